import * as z from 'zod';
import { nearest, type Path } from '../case/index.js';
import { isTextCode } from './codes.js';
import { explainKeys } from './explain-keys.js';
import { explainSlip, explainType } from './explain-type.js';
import type { Place } from './place.js';
import { capital, describe, found, nameOf, optionsOf, type Schema, schemaAt, takes, valuesOf } from './schema-words.js';
import { report, type Source } from './source.js';
import { headOf, type Plain, type TextNode, walk } from './tree.js';

/** What did not keep to which schema, and where that stands. */
export interface Unfit {
  readonly source: Source;
  readonly schema: Schema;
  readonly data: Plain;
  readonly node: TextNode;
  /** Path from the top of the file to `node`. */
  readonly where: Path;
  readonly issues: readonly z.core.$ZodIssue[];
}

/** Says in the author's terms what zod found, each finding at its own place. */
export function explain(unfit: Unfit): void {
  for (const issue of withoutEchoes(unfit.issues)) {
    const path = pathOf(issue);
    const { node, found: steps } = walk(unfit.node, path);
    const data = dataAt(unfit.data, path);
    const schema = schemaAt(unfit.schema, path, unfit.data);
    const place = { source: unfit.source, schema, data, node, where: [...unfit.where, ...path], issue };
    if (steps < path.length) explainMissing(place);
    else explainOne(place);
  }
}

/** Zod puts a discriminator that does not fit at the key; here it is about the map, as the key may not be there. */
function pathOf(issue: z.core.$ZodIssue): (string | number)[] {
  const path = issue.path as (string | number)[];
  const about = issue.code === 'invalid_union' ? issue.discriminator : undefined;
  return about !== undefined && path.at(-1) === about ? path.slice(0, -1) : path;
}

/** A mistyped key is one slip, though the key that was meant is missing as well. */
function withoutEchoes(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  const unknown = new Map(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? [[issue.path.join('\n'), issue.keys] as const] : [],
    ),
  );
  if (unknown.size === 0) return issues;
  return issues.filter((issue) => {
    if (issue.code === 'custom') return issue.params?.code !== 'one-of-keys' || !unknown.has(issue.path.join('\n'));
    const keys = unknown.get(issue.path.slice(0, -1).join('\n')) ?? [];
    return !keys.some((key) => nearest(key, [String(issue.path.at(-1))]) !== undefined);
  });
}

function explainOne(place: Place): void {
  const { issue, schema } = place;
  switch (issue.code) {
    case 'unrecognized_keys':
      explainKeys(place, issue.keys);
      break;
    case 'custom':
      explainCheck(place, issue.params ?? {});
      break;
    case 'invalid_union':
      explainUnion(place);
      break;
    case 'invalid_value':
      explainValue(place, issue.values);
      break;
    default:
      explainType(place, schema === undefined ? [] : [schema]);
  }
}

function explainMissing({ source, node, where, schema }: Place): void {
  const key = String(where.at(-1));
  const owner = where.length > 1 ? nameOf(where.slice(0, -1)) : 'the file';
  const meaning = schema === undefined ? undefined : describe(schema);
  const hint = meaning === undefined ? undefined : `\`${key}\`: ${meaning}`;
  report(source, 'missing-key', headOf(node), `${capital(owner)} needs the key \`${key}\`, which is missing.`, {
    hint,
  });
}

/** What an expression may be instead of text. */
const numberSchema: Schema = z.number();

/** A check of our own: it carries its code and what it expected. */
function explainCheck(place: Place, params: Record<string, unknown>): void {
  const { source, data, node, where } = place;
  if (explainSlip(place, params.slip === true ? [numberSchema] : optionsOf(place.schema))) return;
  const code = isTextCode(params.code) ? params.code : 'wrong-type';
  const expected = String(params.expected);
  if (code === 'one-of-keys') {
    const keys = node.kind === 'map' ? node.entries.map(({ key }) => `\`${key}\``).join(', ') : '';
    const message = `${capital(nameOf(where))} needs ${expected}; found ${keys || 'none of them'}.`;
    report(source, code, headOf(node), message);
    return;
  }
  const several = code === 'bad-reference' && typeof data === 'string' && /^[^\s,]+[\s,]+[^\s,>-]/.test(data);
  const hint = several ? 'Several ids are a list: `[G1, G2]`.' : undefined;
  report(source, code, headOf(node), `Expected ${expected} for ${nameOf(where)}, found ${found(data)}.`, { hint });
}

/** The value is compared with the branches that take its kind; of several, with the one that it fits best. */
function explainUnion(place: Place): void {
  const { source, schema, data, node, where, issue } = place;
  const options = optionsOf(schema);
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined && node.kind === 'map') {
    explainDiscriminator(place, issue.discriminator, options);
    return;
  }
  const same = options.filter((option) => takes(option, data));
  if (same.length === 0) {
    explainType(place, options);
    return;
  }
  if (explainSlip(place, options)) return;
  const tries = same.map((option) => ({ option, issues: issuesOf(option, data) }));
  const best = tries.reduce((a, b) => (weight(b.issues) < weight(a.issues) ? b : a));
  explain({ source, schema: best.option, data: data as Plain, node, where, issues: best.issues });
}

function issuesOf(schema: Schema, data: unknown): readonly z.core.$ZodIssue[] {
  const result = (schema as z.ZodType).safeParse(data);
  return result.success ? [] : result.error.issues;
}

function weight(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

/** A map in which one key decides what else it may hold. */
function explainDiscriminator(place: Place, key: string, options: readonly Schema[]): void {
  const { source, node, where } = place;
  const values = options.flatMap((option) => valuesOf(schemaAt(option, [key], {})));
  const { node: at, found: steps } = walk(node, [key]);
  if (steps === 0) {
    const message = `${capital(nameOf(where))} needs the key \`${key}\`, which is missing.`;
    report(source, 'missing-key', headOf(node), message, { hint: `One of ${values.join(', ')}.` });
    return;
  }
  explainValue({ ...place, node: at, data: at.kind === 'scalar' ? at.value : [], where: [...where, key] }, values);
}

function explainValue(place: Place, values: readonly unknown[]): void {
  const { source, data, node, where, schema } = place;
  const names = values.map(String);
  if (node.kind !== 'scalar' || typeof data !== typeof values[0]) {
    explainType(place, schema === undefined ? [] : [schema], names.length === 1 ? undefined : names);
    return;
  }
  const near = nearest(String(data), names);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  report(source, 'not-one-of', node, `Expected ${list} for ${nameOf(where)}, found ${found(data)}.`, {
    hint: near === undefined ? undefined : `Did you mean '${near}'?`,
    fix: near === undefined ? undefined : { start: node.start, end: node.end, text: near },
  });
}

function dataAt(data: Plain, path: Path): Plain | undefined {
  let at: unknown = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at as Plain | undefined;
}
