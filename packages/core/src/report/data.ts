import type { CaseStatus, Decision, Diagnostic, IsoDate, OutcomeId } from '../case/index.js';
import type { Assessment, Verdict } from '../doubt/index.js';
import type { Coverage } from '../rules/index.js';
import {
  type Condition,
  challengeLog,
  conditionsOf,
  type LoggedChallenge,
  type NextEdit,
  type Step,
} from '../steps/index.js';
import type { ReportInput } from './input.js';
import type { Line } from './line.js';
import { type OpenPoint, openPointsOf } from './points/open-points.js';
import { sixStepsOf } from './points/six-steps.js';
import type { Withheld } from './redact/withheld.js';
import { changesOf, hingesOf } from './sections/hinges.js';
import { overallOf } from './sections/overall.js';
import { numberOf, saysOf } from './sections/says.js';
import { viewOf } from './view.js';

/** The report as data, for programs: what the first screen says, what the sections are made from, and the assessment. */
export interface ReportData {
  readonly format: 'surety-report/1';
  /** Version of Surety that made it. */
  readonly version: string;
  readonly asOf: IsoDate;
  readonly case: {
    readonly id: string;
    readonly title: string;
    readonly status: CaseStatus;
    readonly owner?: string;
    readonly contentHash: string;
  };
  readonly decision?: Omit<Decision, 'origin' | 'window'> & {
    readonly window?: { readonly from: IsoDate; readonly to: IsoDate };
  };
  readonly overall: { readonly headline: string; readonly text: string };
  readonly outcomes: readonly OutcomeData[];
  readonly openPoints: readonly Omit<OpenPoint, 'section' | 'tone'>[];
  readonly sixSteps: readonly {
    readonly number: number;
    readonly title: string;
    readonly asks: Step['asks'];
    readonly state: Step['state'];
    readonly there: readonly string[];
    readonly missing: readonly string[];
    readonly next?: NextEdit;
  }[];
  readonly conditions: readonly Condition[];
  readonly challenges: readonly LoggedChallenge[];
  readonly signOffs: {
    readonly required: readonly {
      readonly role: string;
      readonly outcome?: OutcomeId;
      readonly state: string;
      readonly by: readonly string[];
    }[];
    readonly given: readonly {
      readonly role: string;
      readonly who: string;
      readonly date?: IsoDate;
      readonly element?: string;
      readonly of: string;
      readonly state: string;
      readonly signature?: 'verified' | 'does not hold';
    }[];
  };
  /** Single trials of logs; absent where nobody asked for them. */
  readonly samples?: NonNullable<ReportInput['samples']>;
  /** What was taken out; absent where nothing was. */
  readonly withheld?: Withheld;
  readonly coverage: Coverage;
  readonly assessment: Assessment & { readonly findings: readonly Diagnostic[] };
}

export interface OutcomeData {
  readonly id: OutcomeId;
  readonly verdict: Verdict;
  /** The verdict in a plain sentence or two. */
  readonly says: string;
  readonly number?: number;
  readonly threshold?: number;
  readonly approved?: { readonly by: string; readonly date?: IsoDate };
  readonly hingesOn: readonly string[];
  readonly wouldChange: readonly string[];
}

export function reportData(input: ReportInput): ReportData {
  const view = viewOf(input);
  const { case: of, assessment, findings, coverage, signOffs, samples, withheld, version } = view;
  const { decision } = of;
  const { headline, text } = overallOf(assessment);
  return {
    format: 'surety-report/1',
    version,
    asOf: assessment.asOf,
    case: {
      ...assessment.case,
      ...(of.owner === undefined ? {} : { owner: of.owner }),
    },
    ...(decision === undefined ? {} : { decision: decisionOf(decision) }),
    overall: { headline, text },
    outcomes: assessment.outcomes.map((outcome): OutcomeData => {
      const number = view.numbers ? numberOf(outcome) : undefined;
      const approved = view.index.outcome(outcome.id)?.threshold?.approved;
      return {
        id: outcome.id,
        verdict: outcome.verdict,
        says: textOf(saysOf(outcome)),
        ...(number === undefined ? {} : { number }),
        ...(outcome.threshold === undefined ? {} : { threshold: outcome.threshold.probability }),
        ...(approved === undefined ? {} : { approved }),
        hingesOn: hingesOf(view, outcome).map(textOf),
        wouldChange: changesOf(view, outcome).map(textOf),
      };
    }),
    openPoints: openPointsOf(view).map(({ kind, items }) => ({ kind, items })),
    sixSteps: sixStepsOf(view).map(({ number, title, asks, state, there, missing, next }) => ({
      number,
      title: title.value,
      asks,
      state,
      there,
      missing: missing.map(({ message }) => message),
      ...(next === undefined ? {} : { next }),
    })),
    conditions: conditionsOf(of, assessment.asOf),
    challenges: challengeLog(of, assessment.asOf, assessment),
    signOffs: {
      required: signOffs.required.map(({ role, outcome, state, by }) => ({
        role,
        ...(outcome === undefined ? {} : { outcome }),
        state,
        by: by.map(({ signOff }) => signOff.who),
      })),
      given: signOffs.given.map(({ signOff: { role, who, date, element, of: signed, check }, state, unsigned }) => ({
        role,
        who,
        ...(date === undefined ? {} : { date }),
        ...(element === undefined ? {} : { element }),
        of: signed,
        state,
        ...(unsigned !== undefined
          ? { signature: 'does not hold' as const }
          : check?.kind === 'verified'
            ? { signature: 'verified' as const }
            : {}),
      })),
    },
    ...(samples === undefined ? {} : { samples }),
    ...(withheld === undefined ? {} : { withheld }),
    coverage,
    assessment: { ...assessment, findings },
  };
}

function decisionOf({ origin: _, window, ...decision }: Decision): ReportData['decision'] {
  return { ...decision, ...(window === undefined ? {} : { window: { from: window.from, to: window.to } }) };
}

/** A line without its looks. */
function textOf(line: Line): string {
  return line.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}
