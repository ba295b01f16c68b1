import { aType, type Edge, type Element, isContextual, linkFault, maySupport, type Origin } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, named } from '../words.js';

export const supportEnds = rule({
  code: 'support-ends',
  title: 'Support between elements that cannot support one another',
  severity: 'error',
  fatal: true,
  check: (context) => atEdges(context, 'supportedBy', supportEnd),
});

function supportEnd(from: Element, edge: Edge, to: Element): Found | undefined {
  const wrong = linkFault(from, 'supportedBy', to);
  if (wrong !== 'not-argued' && wrong !== 'not-support') return undefined;
  const mayRest = wrong === 'not-support';
  const fault = mayRest
    ? `${named(from)} is supported by ${to.id}, which is ${aType(to.type)}; support comes from goals, strategies and solutions`
    : `${named(from)} cannot be supported by ${to.id}: only goals and strategies are supported`;
  const hint = mayRest ? otherList(from, to) : `Give the claim that ${to.id} supports to a goal.`;
  return { message: fault, at: edge.origin, element: from.id, ...(hint === undefined ? {} : { hint }) };
}

function otherList(from: Element, to: Element): string | undefined {
  if (isContextual(to.type)) return `Move ${to.id} to \`inContextOf\` of ${from.id}.`;
  if (to.type === 'challenge') return `Say \`challenges: ${from.id}\` at ${to.id} instead.`;
  return undefined;
}

export const strategyStep = rule({
  code: 'strategy-step',
  title: 'Strategy supported by something other than goals',
  severity: 'warning',
  check: (context) =>
    atEdges(context, 'supportedBy', (from, edge, to) => {
      if (linkFault(from, 'supportedBy', to) !== 'strategy-step') return undefined;
      return {
        message: `${named(from)} is supported by the ${to.type} ${to.id}; a strategy is supported by goals`,
        at: edge.origin,
        element: from.id,
        hint: `Put a goal between them that says what ${to.id} shows.`,
      };
    }),
});

export const contextEnds = rule({
  code: 'context-ends',
  title: 'Context between elements that cannot have or be context',
  severity: 'error',
  fatal: true,
  check: (context) => atEdges(context, 'inContextOf', contextEnd),
});

function contextEnd(from: Element, edge: Edge, to: Element): Found | undefined {
  const wrong = linkFault(from, 'inContextOf', to);
  if (wrong === 'no-context') {
    return {
      message: `${named(from)} cannot stand in context of ${to.id}: only goals and strategies have context`,
      at: edge.origin,
      element: from.id,
    };
  }
  if (wrong !== 'not-context') return undefined;
  const hint = maySupport(to.type)
    ? { hint: `If ${from.id} rests on ${to.id}, move it to \`supportedBy\`.` }
    : undefined;
  return {
    message: `${named(from)} stands in context of ${to.id}, which is ${aType(to.type)}; expected a context, an assumption or a justification`,
    at: edge.origin,
    element: from.id,
    ...hint,
  };
}

export const solutionInContext = rule({
  code: 'solution-in-context',
  title: 'Solution with context',
  severity: 'warning',
  check: (context) =>
    atEdges(context, 'inContextOf', (from, edge, to) => {
      if (linkFault(from, 'inContextOf', to) !== 'solution-context') return undefined;
      return {
        message: `${named(from)} stands in context of ${to.id}; in GSN only goals and strategies have context`,
        at: edge.origin,
        element: from.id,
        hint: `Cite ${to.id} at the goal that ${from.id} supports.`,
      };
    }),
});

export const selfReference = rule({
  code: 'self-reference',
  title: 'Element that refers to itself',
  severity: 'error',
  fatal: true,
  check: ({ case: of }) => {
    const found: Found[] = [];
    of.elements.forEach((element) => {
      selfReferences(element, found);
    });
    return found;
  },
});

function selfReferences(element: Element, found: Found[]): void {
  const { id, challenge } = element;
  const say = (message: string, at: Origin) => found.push({ message: `${named(element)} ${message}`, at, element: id });
  element.supportedBy.forEach(({ to, origin }) => {
    if (to === id) say('supports itself', origin);
  });
  element.inContextOf.forEach(({ to, origin }) => {
    if (to === id) say('stands in context of itself', origin);
  });
  if (challenge?.target.kind === 'element' && challenge.target.element === id) {
    say('challenges itself', challenge.target.origin);
  }
  if (challenge?.answeredBy === id) say('is answered by itself', inside(element.origin, 'answeredBy'));
}

export const duplicateEdge = rule({
  code: 'duplicate-edge',
  title: 'Element listed twice',
  severity: 'error',
  check: ({ case: of }) =>
    of.elements.flatMap((element) => {
      if (!namesTwice(element)) return [];
      const seen = new Map<string, Edge>();
      return [...element.supportedBy, ...element.inContextOf].flatMap((edge): Found[] => {
        const first = seen.get(edge.to);
        seen.set(edge.to, first ?? edge);
        if (first === undefined || edge.to === element.id) return [];
        return [
          {
            message: `${named(element)} lists ${edge.to} twice`,
            at: edge.origin,
            element: element.id,
            related: [{ message: `${edge.to} is listed here first`, at: first.origin }],
          },
        ];
      });
    }),
});

/** Whether there may be an element that is named twice: of long lists that is looked for in another way. */
function namesTwice({ supportedBy, inContextOf }: Element): boolean {
  const count = supportedBy.length + inContextOf.length;
  if (count < 2 || count > 8) return count > 8;
  const names = [...supportedBy, ...inContextOf];
  return names.some(({ to }, at) => names.findIndex((edge) => edge.to === to) < at);
}

/** What `say` finds at the edges of one relation whose two ends exist and differ. */
function atEdges(
  { case: { elements }, lookup }: RuleContext,
  relation: 'supportedBy' | 'inContextOf',
  say: (from: Element, edge: Edge, to: Element) => Found | undefined,
): Found[] {
  const found: Found[] = [];
  elements.forEach((from) => {
    from[relation].forEach((edge) => {
      const to = lookup.element(edge.to);
      const one = to === undefined || to === from ? undefined : say(from, edge, to);
      if (one !== undefined) found.push(one);
    });
  });
  return found;
}
