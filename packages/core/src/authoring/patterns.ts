import { builtInCatalogue } from '../catalogue/index.js';
import { addBlock, refuse, refuseUnknown } from '../skeleton/index.js';
import { addElement } from './add.js';
import { jsonOf } from './doubts.js';
import type { AddBlock, UsePattern } from './intent.js';
import { isRefusal, writable } from './named.js';
import { newId } from './next-id.js';
import type { Outcome, Working } from './working.js';

export function block(working: Working, { kind: _, ...request }: AddBlock): Outcome {
  const { of, texts, options } = working;
  const dated = { ...(options.today === undefined ? {} : { date: options.today }), ...request };
  const added = addBlock(of, texts.files(), options.catalogue ?? builtInCatalogue, dated);
  if (!added.ok) return added;
  for (const [file, text] of added.changed) texts.write(file, text);
  const also = added.open.map((name) => `the parameter ${name}, which has no value yet`);
  return {
    ok: true,
    what: `Add the building block ${request.block} under ${added.under}`,
    also,
    select: added.added[0]!,
  };
}

export function usePattern(working: Working, intent: UsePattern): Outcome {
  const { of } = working;
  const { pattern: name, under, keep, omit } = intent;
  const pattern = of.patterns.find(({ id }) => id === name);
  const top = pattern?.elements[0];
  if (pattern === undefined || top === undefined) {
    return refuseUnknown(
      'pattern',
      name,
      of.patterns.map(({ id }) => id),
    );
  }
  const parameters = Object.keys(pattern.parameters);
  const wrong = Object.keys(intent.with).find((one) => !parameters.includes(one));
  if (wrong !== undefined) return refuseUnknown(`parameter of ${name}`, wrong, parameters);
  const missing = parameters.filter((one) => intent.with[one] === undefined);
  if (missing.length > 0)
    return refuse(
      `the pattern ${name} needs a value for ${missing.join(', ')}`,
      missing.map((one) => `${one}: ${pattern.parameters[one]}`).join('; '),
    );
  const parent = under === undefined ? undefined : writable(working, under);
  if (parent !== undefined && isRefusal(parent)) return parent;
  const named = newId(of, top.type, intent.id, parent);
  if (isRefusal(named)) return named;
  const uses = {
    pattern: name,
    ...(parameters.length === 0 ? {} : { with: jsonOf(intent.with) }),
    ...(keep === undefined ? {} : { keep }),
    ...(omit === undefined ? {} : { omit }),
  };
  const made = addElement(working, { id: named.id, type: top.type, fields: { uses } }, parent, intent);
  return made.ok
    ? { ...made, what: `Use the pattern ${name} as ${named.id}${under === undefined ? '' : ` under ${under}`}` }
    : made;
}
