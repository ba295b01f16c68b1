import { blank, freeId, says, sectionOf, windowFrom } from '../draft.js';
import { type Found, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const noScope = rule({
  code: 'no-scope',
  title: 'Case without a scope',
  severity: 'warning',
  check: ({ case: of, asOf }): Found[] => [
    ...(of.decision === undefined
      ? [
          {
            message: 'The case does not say which decision it serves',
            at: of.origin,
            atKey: true,
            step: 1 as const,
            hint: 'Add a `decision` section.',
            draft: [
              {
                at: { file: of.origin.file, path: [] },
                key: 'decision',
                value: {
                  kind: 'internal deployment',
                  question: blank,
                  options: ['deploy', 'do not deploy'],
                  window: windowFrom(asOf),
                },
              },
            ],
          },
        ]
      : []),
    ...(of.system.length === 0
      ? [
          {
            message: 'The case does not say which system it is about',
            at: of.origin,
            atKey: true,
            step: 4 as const,
            hint: 'Add a `system` section.',
            draft: [
              {
                at: sectionOf(of, 'system'),
                key: 'agent',
                value: { kind: 'model', model: { name: blank, version: blank } },
              },
            ],
          },
        ]
      : []),
  ],
});

export const noWindow = rule({
  code: 'no-window',
  step: 1,
  title: 'Decision without a deployment window',
  severity: 'warning',
  check: ({ case: of, asOf }) =>
    of.decision === undefined || of.decision.window !== undefined
      ? []
      : [
          {
            message: 'The decision states no deployment window',
            at: of.decision.origin,
            atKey: true,
            hint: 'Add `window: { from, to }`.',
            draft: [{ at: of.decision.origin, key: 'window', value: windowFrom(asOf) }],
          },
        ],
});

export const windowOver = rule({
  code: 'window-over',
  step: 1,
  title: 'Deployment window that is over',
  severity: 'warning',
  check: ({ case: of, asOf }) => {
    const window = of.decision?.window;
    if (window === undefined || asOf <= window.to) return [];
    return [
      { message: `The deployment window ended on ${window.to}, before ${asOf}`, at: inside(window.origin, 'to') },
    ];
  },
});

export const noExposure = rule({
  code: 'no-exposure',
  step: 1,
  title: 'Decision without an exposure',
  severity: 'info',
  check: ({ case: of }) => {
    const { decision } = of;
    if (decision === undefined) return [];
    const { tasks, instances, trainingSteps, internalUse } = decision.exposure;
    const trains = decision.kind === 'train';
    const stated = trains ? [trainingSteps, internalUse] : [tasks, instances, trainingSteps, internalUse];
    if (stated.some((value) => value !== undefined)) return [];
    const keys = trains ? '`exposure: { trainingSteps, internalUse }`' : '`exposure: { tasks, instances }`';
    return [
      {
        message: trains
          ? 'The decision is to train further, and states neither training steps nor internal use'
          : 'The decision states no exposure',
        at: decision.origin,
        atKey: true,
        hint: `Add ${keys} for the whole window, with numbers of your own.`,
        draft: trains
          ? ['trainingSteps', 'internalUse'].map((key) => ({
              at: inside(decision.origin, 'exposure'),
              key,
              value: 1000,
            }))
          : [{ at: inside(decision.origin, 'exposure'), key: 'tasks', value: 1000 }],
      },
    ];
  },
});

export const noAssumptions = rule({
  code: 'no-assumptions',
  step: 3,
  title: 'Case without a deployment assumption',
  severity: 'info',
  check: ({ case: of }) =>
    of.elements.some(({ type }) => type === 'assumption')
      ? []
      : [
          {
            message: 'The case names no deployment assumption',
            at: of.origin,
            atKey: true,
            hint: 'Add an `assumptions` section: what must be true of the setting, each with an owner.',
            draft: [
              {
                at: sectionOf(of, 'assumptions'),
                key: freeId(of, 'A'),
                value: { text: 'The weights are secure from human actors in the window', owner: blank },
              },
            ],
          },
        ],
});

export const assumptionWithoutOwner = rule({
  code: 'assumption-without-owner',
  step: 3,
  title: 'Deployment assumption without an owner',
  severity: 'warning',
  check: ({ case: of }) =>
    of.elements
      .filter((element) => element.type === 'assumption' && !says(element.owner))
      .map((element) => ({
        message: `${named(element)} has no owner`,
        at: element.origin,
        atKey: true,
        element: element.id,
        hint: 'Add `owner`: who answers for it in the window.',
        draft: [{ at: element.origin, key: 'owner', value: blank }],
      })),
});

export const indicatorMissing = rule({
  code: 'indicator-missing',
  step: 3,
  title: 'Assumption that nothing watches',
  severity: 'info',
  check: ({ case: of }) => {
    const tested = new Set(of.indicators.map((indicator) => indicator.tests));
    return of.elements
      .filter(({ type, indicator, id }) => type === 'assumption' && indicator === undefined && !tested.has(id))
      .map((element) => ({
        message: `No indicator watches ${element.id}`,
        at: element.origin,
        atKey: true,
        element: element.id,
        hint: `Add an entry to \`indicators\` with \`tests: ${element.id}\`.`,
        draft: [
          {
            at: sectionOf(of, 'indicators'),
            key: `watch-${element.id.replaceAll(/[^\p{L}\p{N}_-]/gu, '-')}`,
            value: { tests: element.id, source: blank, breach: '> 0', every: '1h' },
          },
        ],
      }));
  },
});

export const indicatorTestsNothing = rule({
  code: 'indicator-tests-nothing',
  step: 3,
  title: 'Indicator that tests nothing',
  severity: 'warning',
  check: ({ case: of }) => {
    const named = new Set(of.elements.map((element) => element.indicator));
    return of.indicators
      .filter((indicator) => indicator.tests === undefined && !named.has(indicator.id))
      .map((indicator) => ({
        message: `Indicator ${indicator.id} tests no element`,
        at: indicator.origin,
        atKey: true,
        hint: 'Add `tests`: the claim or assumption that a breach refutes.',
      }));
  },
});

export const modelWithoutVersion = rule({
  code: 'model-without-version',
  step: 4,
  title: 'Model without a version or digest',
  severity: 'info',
  check: ({ case: of }): Found[] =>
    of.system
      .filter(({ kind, model }) => kind === 'model' && model?.digest === undefined && model?.version === undefined)
      .map(({ id, origin }) => ({
        message: `Subsystem ${id} is a model and states neither digest nor version`,
        at: origin,
        atKey: true,
        hint: `Add ${list(['`model: { name, digest }`', '`model: { name, version }`'], 'or')}.`,
        draft: [{ at: inside(origin, 'model'), key: 'version', value: blank }],
      })),
});
