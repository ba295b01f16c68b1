import type { Element } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, isArgued, list, named } from '../words.js';

export const noSupport = rule({
  code: 'no-support',
  title: 'Claim with nothing below it',
  severity: 'warning',
  check: ({ case: of }) =>
    of.elements.filter(isBare).map((element) => ({
      message: `${named(element)} has no support, no evidence and no doubt, and is not marked \`undeveloped\``,
      at: element.origin,
      atKey: true,
      element: element.id,
      hint: 'Argue it, or say `undeveloped: true`.',
    })),
});

function isBare(element: Element): boolean {
  return (
    isArgued(element) &&
    element.supportedBy.length === 0 &&
    element.doubt === undefined &&
    element.evidence === undefined &&
    !element.undeveloped &&
    // Of a pattern that could not be instantiated, other findings say so.
    !(element.uninstantiated && element.uses !== undefined)
  );
}

export const undeveloped = rule({
  code: 'undeveloped',
  title: 'Undeveloped claim',
  severity: 'warning',
  check: ({ case: of }) => {
    const otherSide = new Set(of.riskCases.map(({ claim }) => claim));
    return of.elements
      .filter((element) => element.undeveloped)
      .map((element) => ({
        message: `${named(element)} is undeveloped`,
        at: inside(element.origin, 'undeveloped'),
        atKey: true,
        element: element.id,
        hint: howToDevelop(element, otherSide.has(element.id)),
      }));
  },
});

/** What takes the place of the mark. A goal or strategy can get a building block, by the name that it gives or another. */
function howToDevelop({ id, type, block, subsystem, outcome }: Element, isOtherSide: boolean): string {
  if (isOtherSide) return 'For whoever argues the other side: their argument, or their own doubt that they are right.';
  const instead = 'In place of `undeveloped: true`: `doubt: { elicited, by, date, because }`';
  if (type !== 'goal' && type !== 'strategy') return `${instead}.`;
  const about = `--subsystem ${subsystem ?? '…'} --outcome ${outcome ?? '…'}`;
  return `${instead}, or support by \`surety add ${block ?? 'BLOCK'} ${about} --under ${id}\`.`;
}

export const undevelopedAndMore = rule({
  code: 'undeveloped-and-more',
  title: 'Undeveloped claim with support, evidence or a doubt',
  severity: 'error',
  fatal: true,
  check: ({ case: of }) => of.elements.filter((element) => element.undeveloped).flatMap(undevelopedAnd),
});

function undevelopedAnd(element: Element): Found[] {
  const more = [
    // What another module adds in vain is told there.
    ...(element.supportedBy.some(({ developedBy }) => developedBy === undefined) ? ['support'] : []),
    ...(element.evidence === undefined ? [] : ['evidence']),
    ...(element.doubt === undefined ? [] : ['a stated doubt']),
  ];
  if (more.length === 0) return [];
  return [
    {
      message: `${named(element)} is marked undeveloped and has ${list(more)}`,
      at: inside(element.origin, 'undeveloped'),
      atKey: true,
      element: element.id,
      hint: 'Remove the mark; put what is missing into an undeveloped goal of its own.',
    },
  ];
}

export const evidenceAndSupport = rule({
  code: 'evidence-and-support',
  title: 'Evidence on an element that is argued',
  severity: 'error',
  fatal: true,
  check: ({ case: of }) =>
    of.elements
      .filter((element) => element.evidence !== undefined && element.supportedBy.length > 0)
      .map((element) => ({
        message: `${named(element)} cites evidence ${element.evidence} and is supported by ${list(element.supportedBy.map((edge) => edge.to))}`,
        at: inside(element.origin, 'evidence'),
        element: element.id,
        hint: 'Let a solution of its own cite the evidence.',
      })),
});

export const noDoubtStated = rule({
  code: 'no-doubt-stated',
  title: 'Leaf without a doubt in a quantified case',
  severity: 'warning',
  check: (context) => (context.facts.quantified() ? context.case.elements.flatMap((e) => silentLeaf(e, context)) : []),
});

function silentLeaf(element: Element, { lookup }: RuleContext): Found[] {
  if (element.type !== 'solution' && element.type !== 'assumption') return [];
  if (element.doubt !== undefined || element.undeveloped || element.requires !== undefined) return [];
  const evidence = element.evidence === undefined ? undefined : lookup.evidence(element.evidence);
  const missing = evidence === undefined ? 'no doubt' : `evidence but no \`requires\``;
  return [
    {
      message: `${named(element)} states ${missing}, so it counts as doubt 1`,
      at: element.origin,
      atKey: true,
      element: element.id,
      hint:
        evidence === undefined ? 'State a doubt, or evidence with a requirement.' : 'Say what the evidence must show.',
    },
  ];
}
