import type { Element, Origin } from '../../case/index.js';
import { type Found, rule } from '../rule.js';
import { list } from '../words.js';

/** `G2.inference` names the inference step of G2. */
const inferenceSuffix = '.inference';

export const unknownMember = rule({
  code: 'unknown-member',
  title: 'Member of a dependence group that does not exist',
  severity: 'error',
  fatal: true,
  check: ({ case: of, lookup, facts }) =>
    of.dependence.flatMap((group) =>
      group.members.flatMap(({ leaf, origin }): Found[] => {
        if (lookup.element(elementOf(leaf)) !== undefined) return [];
        const message = `Group “${group.name}” has the member ${leaf}, which is no element of the case`;
        return [{ message, at: origin, ...facts.didYouMean(leaf, namesOfLeaves(of.elements)) }];
      }),
    ),
});

function namesOfLeaves(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if (isLeaf(element)) return [element.id];
    return element.supportedBy.length > 0 ? [element.id + inferenceSuffix] : [];
  });
}

function elementOf(leaf: string): string {
  return leaf.endsWith(inferenceSuffix) ? leaf.slice(0, -inferenceSuffix.length) : leaf;
}

/** Solutions, assumptions and goals that stand by themselves. */
function isLeaf(element: Element): boolean {
  if (element.type === 'solution' || element.type === 'assumption') return true;
  return element.type === 'goal' && element.supportedBy.length === 0;
}

export const memberNotLeaf = rule({
  code: 'member-not-leaf',
  title: 'Member of a dependence group that is no leaf',
  severity: 'error',
  fatal: true,
  check: ({ case: of, lookup }) =>
    of.dependence.flatMap((group) =>
      group.members.flatMap(({ leaf, origin }): Found[] => {
        const element = lookup.element(elementOf(leaf));
        const fault = element === undefined ? undefined : notLeaf(leaf, element);
        return fault === undefined
          ? []
          : [{ at: origin, ...fault, message: `Group “${group.name}”: ${fault.message}` }];
      }),
    ),
});

function notLeaf(leaf: string, element: Element): { readonly message: string; readonly hint?: string } | undefined {
  const { id, type, supportedBy } = element;
  if (leaf !== id) {
    if (supportedBy.length > 0) return undefined;
    return { message: `${id} has no support, so it has no inference step`, hint: `Name ${id} itself.` };
  }
  if (isLeaf(element)) return undefined;
  if (supportedBy.length === 0) return { message: `${id} is a ${type}, not a leaf` };
  const below = list(supportedBy.map((edge) => edge.to));
  return {
    message: `${id} is a ${type} that is supported by ${below}, not a leaf`,
    hint: `Name ${id}${inferenceSuffix} for its inference step, or the leaves below it.`,
  };
}

export const memberTwice = rule({
  code: 'member-twice',
  title: 'Member listed twice in a dependence group',
  severity: 'error',
  check: ({ case: of }) =>
    of.dependence.flatMap(({ name, members }) => {
      const first = new Map<string, Origin>();
      return members.flatMap(({ leaf, origin }): Found[] => {
        const before = first.get(leaf);
        if (before !== undefined) {
          return [
            {
              message: `Group “${name}” lists ${leaf} twice`,
              at: origin,
              related: [{ message: `${leaf} is listed here first`, at: before }],
            },
          ];
        }
        first.set(leaf, origin);
        return [];
      });
    }),
});
