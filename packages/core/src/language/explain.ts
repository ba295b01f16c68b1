import * as z from 'zod';
import { nearest, type Path } from '../case/index.js';
import { isTextCode } from './codes.js';
import { explainKeys } from './explain-keys.js';
import { explainSlip, explainType } from './explain-type.js';
import { closest, dataAt, pathOf, withoutEchoes } from './issues.js';
import { listedIds, takesIds } from './listed-ids.js';
import type { Place } from './place.js';
import { capital, describe, found, nameOf, optionsOf, type Schema, schemaAt, takes, valuesOf } from './schema-words.js';
import { type Details, report, type Source } from './source.js';
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

function explainOne(place: Place): void {
  const { issue, schema } = place;
  switch (issue.code) {
    case 'unrecognized_keys':
      if (!explainSlip(place, [])) explainKeys(place, issue.keys);
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
  const message = `Expected ${expected} for ${nameOf(where)}, found ${found(data)}.`;
  report(source, code, headOf(node), message, code === 'bad-reference' ? severalIds(place) : {});
}

/** Ids with commas between, where a list of them is meant. */
function severalIds({ data, node, where }: Place): Details {
  const ids = typeof data === 'string' ? listedIds(data) : undefined;
  if (ids === undefined || node.kind !== 'scalar') return {};
  const list = `[${ids.join(', ')}]`;
  if (!takesIds(where))
    return typeof where.at(-1) === 'number' ? { hint: `These are several items: \`${list}\`.` } : {};
  return { hint: `Several ids are a list: write \`${list}\`.`, fix: { start: node.start, end: node.end, text: list } };
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
  const best = closest(same, data);
  explain({ source, schema: best.option, data: data as Plain, node, where, issues: best.issues });
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
