import { interactionKinds } from '../../rules/index.js';
import type { Line } from '../line.js';
import { formatChance, formatNumber } from '../numbers.js';
import type { SectionName } from '../readings.js';
import type { View } from '../view.js';
import { counted, listed, sentence } from '../words.js';

/** One of the six steps of writing a safety case: what of it is there, and what is not. */
export interface Step {
  readonly number: number;
  readonly title: string;
  readonly there: readonly Line[];
  /** What the rules miss of this step. */
  readonly missing: readonly Line[];
  /** Sections that tell more. */
  readonly see: readonly SectionName[];
}

type Found = View['findings'][number];

/** Findings by the step that they are about; those of the last two are told apart by what they say. */
const stepOfRule: Readonly<Record<string, number>> = {
  'no-scope': 1,
  'no-window': 1,
  'window-over': 1,
  'no-exposure': 1,
  'no-outcomes': 2,
  'no-claim': 2,
  'claim-in-risk-case': 2,
  'claim-without-context': 2,
  'risk-case-missing': 2,
  'no-threshold': 2,
  'threshold-not-approved': 2,
  'threshold-after-evidence': 2,
  'over-budget': 2,
  'no-budget': 2,
  'assumption-without-owner': 3,
  'indicator-missing': 3,
  'indicator-tests-nothing': 3,
  'model-without-version': 4,
  'watches-itself': 4,
  'subsystem-not-covered': 5,
  'dismissal-without-reason': 5,
  'argued-and-dismissed': 5,
  'argued-elsewhere': 5,
  'argued-by-undeveloped': 5,
  'trusted-monitor-unargued': 5,
  'control-trusts-its-subject': 5,
  'supporting-block-alone': 5,
  'no-axis-value': 5,
  'beyond-limit': 5,
  'interaction-not-covered': 6,
};

/** The six steps in their order. */
export function sixStepsOf(view: View): readonly Step[] {
  const steps: readonly Omit<Step, 'missing' | 'number'>[] = [
    { title: 'Define the AI macrosystem and deployment decision', there: decision(view), see: [] },
    { title: 'Specify unacceptable outcomes', there: outcomes(view), see: ['reasons', 'risk-cases'] },
    { title: 'Justify deployment assumptions', there: assumptions(view), see: ['assumptions'] },
    { title: 'Decompose the macrosystem into subsystems', there: subsystems(view), see: [] },
    {
      title: 'Assess subsystem risk',
      there: cells(view.coverage.subsystems, 'subsystem'),
      see: ['coverage', 'argument'],
    },
    {
      title: 'Assess macrosystem risk',
      there: cells(view.coverage.interactions, 'kind of interaction', 'kinds of interaction'),
      see: ['coverage', 'independence'],
    },
  ];
  return steps.map((step, at) => ({
    number: at + 1,
    ...step,
    missing: view.findings.filter((finding) => stepOf(finding) === at + 1).map(missingLine),
  }));
}

function stepOf({ code, message }: Found): number | undefined {
  const step = stepOfRule[code];
  return step === 5 && interactionKinds.some((kind) => message.includes(kind)) ? 6 : step;
}

function missingLine({ message, waived }: Found): Line {
  const said = sentence(message.replaceAll('`', ''));
  return waived === undefined ? [said] : [said, { kind: 'soft', text: ` Waived until ${waived.until}.` }];
}

function decision({ case: { decision: of } }: View): Line[] {
  if (of === undefined) return [];
  const { kind, question, options, window, exposure } = of;
  return [
    ...(question === undefined ? [] : [[`Question: ${question}`]]),
    ...(kind === undefined ? [] : [[`Kind: ${kind}.`]]),
    ...(options.length === 0 ? [] : [[`Options: ${sentence(listed(options))}`]]),
    ...(window === undefined ? [] : [[`Deployment window: ${window.from} to ${window.to}.`]]),
    ...(exposure.tasks === undefined ? [] : [[`Tasks in the window: ${formatNumber(exposure.tasks)}.`]]),
    ...(exposure.instances === undefined ? [] : [[`Instances at a time: up to ${formatNumber(exposure.instances)}.`]]),
  ];
}

function outcomes({ case: { outcomes: all, budget }, numbers }: View): Line[] {
  if (all.length === 0) return [];
  const approved = all.filter(({ threshold }) => threshold?.approved !== undefined).length;
  const sum = all.reduce((total, { threshold }) => total + (threshold?.probability ?? 0), 0);
  const limits =
    budget === undefined || !numbers
      ? []
      : [
          [
            `The thresholds add up to ${formatChance(Math.min(1, sum))}; the case allows ${formatChance(budget.probability)} in all.`,
          ],
        ];
  return [
    [
      `${counted(all.length, 'unacceptable outcome')}; ${approved} of the thresholds are approved by somebody who is named.`,
    ],
    ...limits,
  ];
}

function assumptions({ case: of }: View): Line[] {
  const all = of.elements.filter(({ type }) => type === 'assumption');
  if (all.length === 0) return [];
  const owned = all.filter(({ owner }) => owner !== undefined).length;
  const watched = all.filter(
    ({ id, indicator }) => indicator !== undefined || of.indicators.some(({ tests }) => tests === id),
  ).length;
  return [
    [
      `${counted(all.length, 'assumption')}: ${owned} with an owner, ${watched} with an indicator that would show ${all.length === 1 ? 'it' : 'them'} to fail.`,
    ],
  ];
}

function subsystems({ case: { system } }: View): Line[] {
  if (system.length === 0) return [];
  const kinds = [...new Set(system.map(({ kind }) => kind))];
  const count = (kind: string) => system.filter((one) => one.kind === kind).length;
  return [
    [`${counted(system.length, 'subsystem')}: ${listed(kinds.map((kind) => `${count(kind)} of kind ${kind}`))}.`],
  ];
}

function cells(all: readonly { readonly state: { readonly kind: string } }[], one: string, many = `${one}s`): Line[] {
  if (all.length === 0) return [];
  const count = (kind: string) => all.filter(({ state }) => state.kind === kind).length;
  return [
    [
      `${counted(all.length, `question`)} (${many} × outcomes): ${count('argued')} argued, ${count('dismissed')} dismissed with a reason, ${count('hole')} open.`,
    ],
  ];
}
