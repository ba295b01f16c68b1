import {
  aType,
  type CaseLookup,
  type Element,
  isContextual,
  type LinkFault,
  linkFault,
  type Relation,
} from '../case/index.js';
import { type Refusal, refuse } from '../skeleton/index.js';

/** The relation by which elements refer to one of the type. */
export function relationTo({ type }: Pick<Element, 'type'>): Relation {
  return isContextual(type) ? 'inContextOf' : 'supportedBy';
}

/** Why `from` may not refer to `to` by the relation, as GSN has it and modules allow; circles are for `circleBetween`. */
export function linkRefusal(from: Element, relation: Relation, to: Element): Refusal | undefined {
  if (from.id === to.id) return refuse(`${from.id} cannot rest on itself`);
  if ([...from.supportedBy, ...from.inContextOf].some((edge) => edge.to === to.id))
    return refuse(`${from.id} refers to ${to.id} already`);
  const fault = linkFault(from, relation, to);
  if (fault !== undefined) return inWords(fault, from, to);
  return (relation === 'supportedBy' ? supportRefusal(from) : undefined) ?? moduleRefusal(from, to);
}

/** Why an element may have no (further) support of its own, whatever supports it. */
export function supportRefusal({ id, doubt, evidence, uses }: Element): Refusal | undefined {
  if (uses !== undefined) return refuse(`${id} stands for the pattern ${uses.pattern}, which says what supports it`);
  if (doubt === undefined && evidence === undefined) return undefined;
  const what = doubt === undefined ? 'evidence' : 'a doubt';
  return refuse(`${id} has ${what} of its own, and could not have support as well`, 'Take that away first.');
}

function moduleRefusal(from: Element, to: Element): Refusal | undefined {
  if (to.module === undefined || to.module === from.module) return undefined;
  if (!to.public)
    return refuse(`${to.id} is not public, and ${from.id} stands outside its module`, `Mark ${to.id} public first.`);
  return to.type === 'strategy'
    ? refuse(`${to.id} is a strategy of another module, and GSN has no away strategy`, 'Cite the goal that it argues.')
    : undefined;
}

/** The reason why GSN has no such link. */
export function inWords(
  fault: LinkFault,
  from: Pick<Element, 'type' | 'id'>,
  to: Pick<Element, 'type' | 'id'>,
): Refusal {
  const [above, below] = [from, to].map(({ id, type }) => `${id} is ${aType(type)}`);
  switch (fault) {
    case 'not-argued':
      return refuse(`${above}, and only goals and strategies are supported`);
    case 'not-support':
      return refuse(
        `${below}, and support comes from goals, strategies and solutions`,
        isContextual(to.type) ? `Connect it as context of ${from.id}.` : undefined,
      );
    case 'strategy-step':
      return refuse(
        `${above}, which is supported by goals, and ${below}`,
        `Put a goal between them that says what ${to.id} shows.`,
      );
    case 'counter-solution-argued':
      return refuse(`${from.id} is a counter-solution, which is cited and not argued`);
    case 'no-context':
      return refuse(`${above}, and only goals and strategies have context`);
    case 'not-context':
      return refuse(
        `${below}, and context is a context, an assumption or a justification`,
        isContextual(to.type) ? undefined : `Connect it as support of ${from.id}, if that rests on it.`,
      );
    case 'solution-context':
      return refuse(`${above}, and only goals and strategies have context`, `Cite ${to.id} at the goal above it.`);
  }
}

/** The circle that a link from one element to another would close. */
export function circleRefusal(look: CaseLookup, from: Element, to: Element): Refusal | undefined {
  return look.below([to.id]).has(from.id) ? restsOn(to, from) : undefined;
}

/** Why there can be no link back. */
export function restsOn({ id }: Element, on: Element): Refusal {
  return refuse(`${id} rests on ${on.id}, and the argument would go in a circle`);
}
