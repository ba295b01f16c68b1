import type { Element } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { isArgued, named } from '../words.js';

export const strayRoot = rule({
  code: 'stray-root',
  title: 'Claim that nothing rests on',
  severity: 'warning',
  check: (context) => {
    const tops = context.facts.tops();
    return context.case.elements.filter((element) => isStray(element, context)).map((element) => stray(element, tops));
  },
});

function isStray(element: Element, { facts, lookup }: RuleContext): boolean {
  if (!isArgued(element) || facts.tops().has(element.id) || facts.reached().has(element.id)) return false;
  return lookup.parents(element.id).every((parent) => parent.element === element);
}

function stray(element: Element, tops: ReadonlySet<string>): Found {
  const confidence = element.confidence === undefined ? '' : ` (no element has a claim point ${element.confidence})`;
  const first = tops.values().next().value;
  return {
    message: `${named(element)} supports nothing, and is neither the claim of an outcome nor an answer to a challenge${confidence}`,
    at: element.origin,
    atKey: true,
    element: element.id,
    hint: first === undefined ? 'Name it as the `claim` of an outcome.' : `Link it below ${first}, or remove it.`,
  };
}

export const unreachable = rule({
  code: 'unreachable',
  title: 'Element that belongs to no argument',
  severity: 'warning',
  check: (context) => {
    const { case: of, lookup, facts } = context;
    const unreached = of.elements.filter(({ id }) => !facts.reached().has(id));
    const strays = unreached.filter((element) => isStray(element, context)).map((element) => element.id);
    const told = lookup.below(strays);
    return unreached
      .filter((element) => !told.has(element.id) && !hasLostTarget(element, context))
      .map((element) => ({
        message: `No claim depends on the ${element.type} ${element.id}`,
        at: element.origin,
        atKey: true,
        element: element.id,
        hint: 'Cite it where it matters, or remove it.',
      }));
  },
});

/** A challenge to something that does not exist: the reference is what is wrong. */
function hasLostTarget({ challenge }: Element, { lookup }: RuleContext): boolean {
  if (challenge === undefined) return false;
  const { target } = challenge;
  if (target.kind === 'element') return lookup.element(target.element) === undefined;
  const from = lookup.element(target.from);
  return ![...(from?.supportedBy ?? []), ...(from?.inContextOf ?? [])].some((edge) => edge.to === target.to);
}
