import * as z from 'zod';

/**
 * Text with a `{parameter}` in it. A template and not a text that is checked, so that messages go on to say what belongs at
 * the place, and not that text does.
 */
const withParameter = z
  .templateLiteral([z.string(), '{', z.string(), '}', z.string()])
  .meta({ id: 'valueOfPattern', description: 'A value with a `{parameter}` of the pattern.' });

/** These keys decide what the elements of the pattern are; no value does. */
const fixed: ReadonlySet<string> = new Set(['id', 'type', 'nodeType', 'choose', 'multiplicity', 'optional']);

const known = new WeakMap<z.core.$ZodType, z.ZodType>();

/** The schema as it holds inside a pattern: wherever a single value may stand, so may a text with a `{parameter}`. */
export function open(schema: z.core.$ZodType): z.ZodType {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const made = described(opened(schema as z.core.$ZodTypes), schema);
  known.set(schema, made);
  return made;
}

function opened(schema: z.core.$ZodTypes): z.ZodType {
  const { def } = schema._zod;
  switch (def.type) {
    case 'optional':
      return open(def.innerType).optional();
    case 'array':
      return z.array(open(def.element));
    case 'record':
      return z.record(z.string(), open(def.valueType));
    case 'union':
      return z.union(def.options.map(open));
    case 'object':
      return openObject(def.shape, def.checks);
    case 'tuple':
      return z.union([schema as unknown as z.ZodType, openTuple(def.items)]);
    case 'unknown':
      return schema as unknown as z.ZodType;
    default:
      // Text of any kind takes a parameter as it is.
      return def.type === 'string' && def.checks === undefined
        ? (schema as unknown as z.ZodType)
        : z.union([schema as unknown as z.ZodType, withParameter]);
  }
}

/** Elements hold elements, so what stands under a key is looked at when it is asked for. */
function openObject(shape: z.core.$ZodLooseShape, checks: z.core.$ZodCheck[] | undefined): z.ZodType {
  const made = {};
  for (const key of Object.keys(shape)) {
    const get = () => (fixed.has(key) ? shape[key] : open(shape[key]));
    Object.defineProperty(made, key, { enumerable: true, configurable: true, get });
  }
  const object = z.strictObject(made);
  return checks === undefined ? object : object.check(...(checks as z.core.$ZodCheck<object>[]));
}

/** What the numbers must be to each other shows once all of them are there. */
function openTuple(items: readonly z.core.$ZodType[]): z.ZodType {
  const [first, ...others] = items.map(open);
  return z.tuple([first!, ...others]).refine((values) => values.some((value) => typeof value === 'string'), {
    error: 'open',
    params: { code: 'wrong-type', expected: 'a `{parameter}` among the numbers' },
  });
}

/** What the schema says of itself; a definition of its own gets a name of its own. */
function described(made: z.ZodType, from: z.core.$ZodType): z.ZodType {
  const { id, ...meta } = z.globalRegistry.get(from) ?? {};
  // Bounds of JSON Schema are those of the closed value.
  const { description, anyOf } = meta as { description?: string; anyOf?: unknown };
  const kept = {
    ...(typeof id === 'string' ? { id: `${id}OfPattern` } : {}),
    ...(description === undefined ? {} : { description }),
    ...(anyOf === undefined ? {} : { anyOf }),
  };
  return Object.keys(kept).length === 0 ? made : made.meta(kept);
}
