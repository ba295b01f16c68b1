import type { Case, Challenge, Element, ElementId, IsoDate, OutcomeId } from '../case/index.js';
import type { Assessment, Doubt } from '../doubt/index.js';

/** What a challenge does to the doubt of an outcome. */
export interface ChallengeEffect {
  readonly outcome: OutcomeId;
  /** The doubt of the outcome's claim if the challenge is right, and if it is wrong; its answer counts as it does. */
  readonly ifRight: number;
  readonly ifWrong: number;
  /** Share of the doubt that would go if it were wrong. */
  readonly share: number;
}

/** One challenge of a case, with what became of it. */
export interface LoggedChallenge {
  readonly id: ElementId;
  readonly text: string;
  /** An element, or the link from one that is supported to what supports it. */
  readonly against:
    | { readonly kind: 'element'; readonly element: ElementId }
    | { readonly kind: 'link'; readonly from: ElementId; readonly to: ElementId };
  readonly status: Challenge['status'];
  /** An open challenge that blocks the verdict. */
  readonly blocks: boolean;
  readonly raisedBy?: string;
  readonly date?: IsoDate;
  /** Days from the day it was raised to the day of the log; absent without a date. */
  readonly age?: number;
  readonly answer?: { readonly id: ElementId; readonly text?: string; readonly doubt?: Doubt };
  /** Probability that it is right. */
  readonly strength?: Doubt;
  /** Outcomes whose doubt it moves, most first; absent without an assessment. */
  readonly effects?: readonly ChallengeEffect[];
}

const order: readonly Challenge['status'][] = ['open', 'accepted', 'answered'];

/**
 * The challenges of a case and their answers: open ones first, the oldest of each state first. With an assessment also
 * what each does to the doubts of the outcomes, as far as the assessment lists it (an outcome's most important leaves).
 */
export function challengeLog(of: Case, asOf: IsoDate, assessment?: Assessment): readonly LoggedChallenge[] {
  const byId = new Map(of.elements.map((element) => [element.id, element]));
  return of.elements
    .flatMap((element) =>
      element.challenge === undefined ? [] : [logged(element, element.challenge, byId, asOf, assessment)],
    )
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || dateOrder(a.date, b.date));
}

/** Those without a date come last. */
function dateOrder(a: IsoDate | undefined, b: IsoDate | undefined): number {
  if (a === b) return 0;
  return a === undefined || (b !== undefined && a > b) ? 1 : -1;
}

function logged(
  { id, text }: Element,
  { target, status, blocking, answeredBy, raisedBy, date }: Challenge,
  byId: ReadonlyMap<ElementId, Element>,
  asOf: IsoDate,
  assessment: Assessment | undefined,
): LoggedChallenge {
  const age = date === undefined ? undefined : daysBetween(date, asOf);
  const { origin: _, ...against } = target;
  const strength = assessment?.leaves.find((leaf) => leaf.id === id)?.doubt;
  return {
    id,
    text,
    against,
    status,
    blocks: status === 'open' && blocking,
    ...(raisedBy === undefined ? {} : { raisedBy }),
    ...(date === undefined ? {} : { date }),
    ...(age === undefined ? {} : { age }),
    ...(answeredBy === undefined ? {} : { answer: answerOf(answeredBy, byId, assessment) }),
    ...(strength === undefined ? {} : { strength }),
    ...(assessment === undefined ? {} : { effects: effectsOf(id, assessment) }),
  };
}

function answerOf(id: ElementId, byId: ReadonlyMap<ElementId, Element>, assessment: Assessment | undefined) {
  const text = byId.get(id)?.text;
  const doubt = assessment?.elements.find((element) => element.id === id)?.doubt?.declared;
  return { id, ...(text === undefined ? {} : { text }), ...(doubt === undefined ? {} : { doubt }) };
}

function effectsOf(id: ElementId, { outcomes }: Assessment): readonly ChallengeEffect[] {
  return outcomes
    .flatMap(({ id: outcome, importance }) =>
      importance
        .filter(({ leaf }) => leaf === id)
        .map(({ ifFails, ifHolds, fussellVesely }) => ({
          outcome,
          ifRight: ifFails,
          ifWrong: ifHolds,
          share: fussellVesely,
        })),
    )
    .sort((a, b) => b.share - a.share);
}

/** Whole days from one date to another; negative where it lies ahead. */
function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
