import type { Case, Element, Origin } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

/** A place in the text that names something other than an element. */
interface Reference {
  readonly name: string;
  readonly at: Origin;
  /** What stands there: `Goal G1 names the subsystem`. */
  readonly who: string;
  readonly element?: string;
}

/** Findings for the references that name none of `names`. */
function unknown(
  references: readonly Reference[],
  names: readonly string[],
  kind: string,
  { facts }: RuleContext,
): Found[] {
  const known = new Set(names);
  const expected = names.length === 0 ? `the case has no ${kind}` : `expected ${list(names, 'or')}`;
  return references
    .filter(({ name }) => !known.has(name))
    .map(({ name, at, who, element }) => ({
      message: `${who} ${name}, which does not exist; ${expected}`,
      at,
      ...(element === undefined ? {} : { element }),
      ...facts.didYouMean(name, names),
    }));
}

function some(name: string | undefined, at: Origin, who: string): Reference[] {
  return name === undefined ? [] : [{ name, at, who }];
}

function ofElement(
  element: Element,
  key: 'subsystem' | 'outcome' | 'evidence' | 'indicator',
  words: string,
): readonly Reference[] {
  const { [key]: name, origin, id } = element;
  return name === undefined ? [] : [{ name, at: inside(origin, key), who: `${named(element)} ${words}`, element: id }];
}

export const unknownSubsystem = rule({
  code: 'unknown-subsystem',
  title: 'Reference to a subsystem that does not exist',
  severity: 'error',
  check: (context) =>
    unknown(
      subsystemsNamed(context.case),
      context.case.system.map(({ id }) => id),
      'system section',
      context,
    ),
});

function subsystemsNamed(of: Case): readonly Reference[] {
  return [
    ...of.elements.flatMap((element) => [
      ...ofElement(element, 'subsystem', 'names the subsystem'),
      ...element.assumes.map(({ subsystem }) => ({
        name: subsystem,
        at: inside(element.origin, 'assumes', subsystem),
        who: `${named(element)} assumes something of the subsystem`,
        element: element.id,
      })),
    ]),
    ...of.system.flatMap(({ id, watches, access, origin }) => [
      ...watches.map((name, i) => ({ name, at: inside(origin, 'watches', i), who: `Subsystem ${id} watches` })),
      ...access.read.map((name, i) => ({
        name,
        at: inside(origin, 'access', 'read', i),
        who: `Subsystem ${id} reads`,
      })),
      ...access.write.map((name, i) => ({
        name,
        at: inside(origin, 'access', 'write', i),
        who: `Subsystem ${id} writes`,
      })),
    ]),
    ...of.evidence.flatMap(({ id, about, origin }) =>
      some(about?.subsystem, inside(origin, 'about', 'subsystem'), `Evidence ${id} is about the subsystem`),
    ),
    ...of.interactions.flatMap(({ kind, between, origin }) =>
      between.map((name, i) => ({ name, at: inside(origin, 'between', i), who: `The interaction ${kind} is between` })),
    ),
    ...of.dismissed.map(({ subsystem, origin }) => ({
      name: subsystem,
      at: inside(origin, 'subsystem'),
      who: 'What is dismissed is the subsystem',
    })),
    ...of.fmea.map(({ subsystem, mode, origin }) => ({
      name: subsystem,
      at: inside(origin, 'subsystem'),
      who: `The failure mode ${mode} is of the subsystem`,
    })),
  ];
}

export const unknownOutcome = rule({
  code: 'unknown-outcome',
  title: 'Reference to an outcome that does not exist',
  severity: 'error',
  check: (context) =>
    unknown(
      outcomesNamed(context.case),
      context.case.outcomes.map(({ id }) => id),
      'outcomes',
      context,
    ),
});

function outcomesNamed(of: Case): readonly Reference[] {
  return [
    ...of.elements.flatMap((element) => ofElement(element, 'outcome', 'names the outcome')),
    ...of.riskCases.map(({ outcome, origin }) => ({
      name: outcome,
      at: origin,
      who: 'There is a risk case for the outcome',
    })),
    ...of.interactions.map(({ kind, outcome, origin }) => ({
      name: outcome,
      at: inside(origin, 'outcome'),
      who: `The interaction ${kind} is about the outcome`,
    })),
    ...of.dismissed.map(({ subsystem, outcome, origin }) => ({
      name: outcome,
      at: inside(origin, 'outcome'),
      who: `Subsystem ${subsystem} is dismissed for the outcome`,
    })),
    ...of.fmea.flatMap(({ mode, outcome, origin }) =>
      some(outcome, inside(origin, 'outcome'), `The failure mode ${mode} leads to the outcome`),
    ),
  ];
}

export const unknownEvidence = rule({
  code: 'unknown-evidence',
  title: 'Reference to evidence that does not exist',
  severity: 'error',
  fatal: true,
  check: (context) => {
    const { elements, quantities, evidence } = context.case;
    const references = [
      ...elements.flatMap((element) => ofElement(element, 'evidence', 'cites the evidence')),
      ...quantities.flatMap(({ name, definition, origin }) =>
        definition.kind === 'evidence'
          ? some(definition.evidence, inside(origin, 'evidence'), `Quantity ${name} is measured by the evidence`)
          : [],
      ),
    ];
    return unknown(
      references,
      evidence.map(({ id }) => id),
      'evidence',
      context,
    );
  },
});

export const unknownIndicator = rule({
  code: 'unknown-indicator',
  title: 'Reference to an indicator that does not exist',
  severity: 'error',
  check: (context) =>
    unknown(
      context.case.elements.flatMap((element) => ofElement(element, 'indicator', 'is watched by the indicator')),
      context.case.indicators.map(({ id }) => id),
      'indicators',
      context,
    ),
});
