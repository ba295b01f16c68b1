import { nearest } from '../names/index.js';
import type { Expression } from './expression.js';
import type { CommonCauseGroup, CommonCauseModel } from './model.js';
import type { ModelPlace } from './problem.js';
import { readExpression } from './read-expression.js';
import { header } from './read-header.js';
import { all, only, placeOf, quoted, required, type Sink, type XmlNode } from './xml-node.js';

/** The largest group that is expanded: 2^8 − 1 events. */
export const mostMembers = 8;

const models: Readonly<Record<CommonCauseModel, { readonly from: number }>> = {
  'beta-factor': { from: 2 },
  MGL: { from: 2 },
  'alpha-factor': { from: 1 },
  'phi-factor': { from: 1 },
};

/** A group as written, its members by the names that the text uses. */
export interface WrittenGroup {
  readonly group: Omit<CommonCauseGroup, 'members'>;
  readonly members: readonly { readonly name: string; readonly place: ModelPlace }[];
}

/** A common-cause group: model, members, distribution and factors. */
export function readGroup(
  node: XmlNode,
  scope: readonly string[],
  hidden: boolean,
  to: Sink,
): WrittenGroup | undefined {
  const begun = header(node, scope, hidden, to);
  if (begun === undefined) return undefined;
  const { definition, body } = begun;
  const of = `common-cause group ${quoted(definition.name)}`;
  const stated = required(node, 'model', to);
  if (stated === undefined) return undefined;
  if (!Object.hasOwn(models, stated))
    return to.fail(
      'bad-value',
      placeOf(node),
      `${of} has the model ${quoted(stated)}`,
      Object.keys(models).join(', '),
      nearest(stated, Object.keys(models)),
    );
  const model = stated as CommonCauseModel;
  const strange = body.find(({ name }) => !['members', 'distribution', 'factors', 'factor'].includes(name));
  if (strange !== undefined)
    return to.fail(
      'unknown-element',
      placeOf(strange),
      `<${strange.name}> is no part of a common-cause group`,
      'members, distribution, factors',
    );
  const part = (name: string): XmlNode | undefined => {
    const [found, second] = body.filter((child) => child.name === name);
    if (found !== undefined && second === undefined) return found;
    return to.fail(
      'bad-number-of-parts',
      placeOf(second ?? node),
      `${of} has ${second === undefined ? 'no' : 'two'} <${name}>`,
      'one',
    );
  };
  const memberList = part('members');
  const distribution = memberList && part('distribution');
  if (memberList === undefined || distribution === undefined) return undefined;
  const members = readMembers(memberList, of, to);
  const total = members && only(distribution, to, readExpression);
  if (members === undefined || total === undefined) return undefined;
  const written = body.flatMap((child) =>
    child.name === 'factors' ? child.children : child.name === 'factor' ? [child] : [],
  );
  const factors = readFactors(written, model, members.length, node, of, to);
  if (factors === undefined) return undefined;
  return { group: { ...definition, model, distribution: total, factors }, members };
}

function readMembers(list: XmlNode, of: string, to: Sink): WrittenGroup['members'] | undefined {
  const names = new Set<string>();
  const members = all(list.children, (child) => {
    if (child.name !== 'basic-event')
      return to.fail('unknown-element', placeOf(child), `<${child.name}> stands among the members`, '<basic-event>');
    const name = required(child, 'name', to);
    if (name === undefined) return undefined;
    if (names.has(name)) return to.fail('duplicate', placeOf(child), `${of} names ${quoted(name)} twice`, 'each once');
    names.add(name);
    return { name, place: placeOf(child) };
  });
  if (members === undefined) return undefined;
  if (members.length >= 2 && members.length <= mostMembers) return members;
  return to.fail(
    'bad-number-of-parts',
    placeOf(list),
    `${of} has ${members.length} members`,
    `from 2 to ${mostMembers}`,
  );
}

/** Factors by level, ascending without a gap from the first level of the model; the level may be left out. */
function readFactors(
  nodes: readonly XmlNode[],
  model: CommonCauseModel,
  members: number,
  group: XmlNode,
  of: string,
  to: Sink,
): readonly { readonly level: number; readonly expression: Expression }[] | undefined {
  const from = model === 'beta-factor' ? members : models[model].from;
  const most = members - from + 1;
  if (nodes.length === 0 || nodes.length > most)
    return to.fail(
      'bad-number-of-parts',
      placeOf(nodes[most] ?? group),
      `${of} has ${nodes.length} factors`,
      most === 1 ? 'one' : `from 1 to ${most}`,
    );
  const factors: { readonly level: number; readonly expression: Expression }[] = [];
  for (const [at, node] of nodes.entries()) {
    if (node.name !== 'factor')
      return to.fail('unknown-element', placeOf(node), `<${node.name}> stands among the factors`, '<factor>');
    const { level } = node.attributes;
    if (level !== undefined && level.trim() !== String(from + at))
      return to.fail('bad-value', placeOf(node), `${of} has a factor of level ${quoted(level)}`, `level ${from + at}`);
    const expression = only(node, to, readExpression);
    if (expression === undefined) return undefined;
    factors.push({ level: from + at, expression });
  }
  return factors;
}
