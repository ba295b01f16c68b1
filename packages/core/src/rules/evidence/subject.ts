import {
  type Evidence,
  mappedFaults,
  measureOf,
  modelNames,
  namesModel,
  otherModel,
  type Subsystem,
} from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list } from '../words.js';

export const evidenceOtherModel = rule({
  code: 'evidence-other-model',
  title: 'Evidence about another model',
  severity: 'error',
  check: ({ case: of, lookup }) =>
    of.evidence.flatMap((evidence): Found[] => {
      const { id, transfer, origin } = evidence;
      const other = otherModel(evidence, lookup);
      if (other === undefined || transfer !== undefined) return [];
      const { about, subsystem, deployed } = other;
      return [
        {
          message: `Evidence ${id} is about model ${about}, but ${subsystem?.id ?? 'the system'} is ${deployed}`,
          at: inside(origin, 'about', 'model'),
          hint: 'Collect it for the model that is deployed, or name the goal that carries it over as `transfer`.',
          ...(subsystem === undefined
            ? {}
            : { related: [{ message: `${subsystem.id} stands here`, at: inside(subsystem.origin, 'model') }] }),
        },
      ];
    }),
});

export const evidenceModelUnpinned = rule({
  code: 'evidence-model-unpinned',
  title: 'Evidence that names a model without its version',
  severity: 'warning',
  check: ({ case: of, lookup }) =>
    of.evidence.flatMap(({ id, about, origin }) => {
      const model = about?.subsystem === undefined ? undefined : lookup.subsystem(about.subsystem)?.model;
      const pinned = model?.digest ?? model?.version;
      if (about?.model === undefined || pinned === undefined || about.model !== model?.name || pinned === model.name)
        return [];
      return [
        {
          message: `Evidence ${id} is about ${about.model} without a version; expected ${list(
            [model.digest, model.version].filter((one) => one !== undefined),
            'or',
          )}`,
          at: inside(origin, 'about', 'model'),
          hint: `Write \`model: "${pinned}"\`, if that is what was tested.`,
        },
      ];
    }),
});

export const evidenceAboutNothing = rule({
  code: 'evidence-about-nothing',
  title: 'Evidence that does not say what it is about',
  severity: 'warning',
  check: ({ case: of, facts }) =>
    of.evidence
      .filter((evidence) => facts.citedEvidence().has(evidence.id))
      .flatMap((evidence) => {
        const missing = missingAbout(evidence, of.system);
        if (missing === undefined) return [];
        return [
          {
            message: `Evidence ${evidence.id} does not say which ${missing} it is about`,
            at: evidence.origin,
            atKey: true,
          },
        ];
      }),
});

function missingAbout({ about }: Evidence, system: readonly Subsystem[]): string | undefined {
  if (about?.subsystem === undefined) return 'subsystem';
  const subsystem = system.find(({ id }) => id === about.subsystem);
  return about.model === undefined && subsystem?.kind === 'model' ? `model of ${subsystem.id}` : undefined;
}

export const evidenceRanAnother = rule({
  code: 'evidence-ran-another',
  title: 'Source that ran another model than the text says',
  severity: 'warning',
  check: (context) => context.case.evidence.flatMap((evidence) => ranAnother(evidence, context)),
});

/** Logs name models as `provider/name`, the case by name, version or digest: any that agrees will do. */
function ranAnother({ id, about, origin }: Evidence, { measures, lookup }: RuleContext): Found[] {
  const ran = measures !== undefined && Object.hasOwn(measures, id) ? (measures[id]?.models ?? []) : [];
  const subsystem = about?.subsystem === undefined ? undefined : lookup.subsystem(about.subsystem);
  const names = modelNames(subsystem);
  const stated = about?.model;
  // Evidence about another model by its own word is judged by what it says, not by the system section.
  const expected = stated === undefined || namesModel(subsystem, stated) ? names : [stated];
  // A log never holds a digest, so there must be something else to compare with.
  const comparable = expected.filter((name) => !name.startsWith('sha256:'));
  if (ran.length === 0 || comparable.length === 0) return [];
  const others = ran.filter((model) => !expected.some((name) => isSameModel(model, name)));
  if (others.length === 0) return [];
  return [
    {
      message: `The source of evidence ${id} ran ${list(others)}, but the text says that it is about ${list(comparable, 'or')}`,
      at: stated === undefined ? inside(origin, 'about') : inside(origin, 'about', 'model'),
    },
  ];
}

export const eventNotElement = rule({
  code: 'event-not-element',
  title: 'Basic event that is not the element it is said to be',
  severity: 'error',
  check: ({ case: of, lookup, measures }) =>
    of.evidence.flatMap((evidence) => {
      const measure = measureOf(measures, evidence.id);
      return mappedFaults(evidence, measure, lookup).map(({ event, element, text }) => ({
        message: `Evidence ${evidence.id}: ${text}`,
        at: inside(evidence.origin, 'map', event),
        element,
        hint: 'Give both one number: the doubt that the element states, and the probability of the event in the tree.',
      }));
    }),
});

function isSameModel(ran: string, name: string): boolean {
  const [a, b] = [ran.toLowerCase(), name.toLowerCase()];
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}
