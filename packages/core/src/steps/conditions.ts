import type { Case, ElementId, HorizonAxis, Indicator, IsoDate } from '../case/index.js';
import { endsBeforeWindow, lookup } from '../case/index.js';
import { axisValue } from '../doubt/index.js';

/** A day on which the case loses something, or all of what it claims. */
export interface DatedCondition {
  readonly kind: 'window begins' | 'window ends' | 'evidence expires' | 'waiver ends';
  readonly date: IsoDate;
  /** What expires or ends: id of evidence, code of a rule, or the window. */
  readonly what: string;
  /** Where a waiver holds. */
  readonly at?: string;
  readonly past: boolean;
  /** It is so before the deployment window has ended. */
  readonly insideWindow: boolean;
}

/** A claim that holds up to a value on an axis. */
export interface LimitCondition {
  readonly kind: 'limit';
  readonly element: ElementId;
  readonly axis: HorizonAxis;
  /** The last value at which it holds. */
  readonly limit: number;
  /** Where the system stands; absent where the case does not say, and the claim counts as failed. */
  readonly now?: number;
  readonly past: boolean;
}

/** Something that is watched, and what it would refute. No indicator is live yet, so none is past. */
export interface IndicatorCondition {
  readonly kind: 'indicator';
  readonly indicator: string;
  readonly tests: readonly ElementId[];
  readonly source?: string;
  readonly breach?: string;
  readonly every?: string;
  readonly past: false;
}

/** Something that ends what the case claims once it comes about. `past`: it has. */
export type Condition = DatedCondition | LimitCondition | IndicatorCondition;

/** Everything under which the case no longer holds as it was assessed: by date (earliest first), by growth, by what is seen. */
export function conditionsOf(of: Case, asOf: IsoDate): readonly Condition[] {
  return [...dates(of, asOf), ...limits(of), ...of.indicators.map((one) => indicator(of, one))];
}

function dates(of: Case, asOf: IsoDate): readonly DatedCondition[] {
  const window = of.decision?.window;
  const made = (date: IsoDate, kind: DatedCondition['kind'], what: string, at?: string): DatedCondition => ({
    date,
    kind,
    what,
    ...(at === undefined ? {} : { at }),
    past: kind === 'evidence expires' ? date <= asOf : date < asOf,
    insideWindow: endsBeforeWindow(date, window) && kind !== 'window ends',
  });
  const conditions = [
    ...(window === undefined
      ? []
      : [
          made(window.from, 'window begins', 'the deployment window'),
          made(window.to, 'window ends', 'the deployment window'),
        ]),
    ...of.evidence.flatMap(({ id, expires }) => (expires === undefined ? [] : [made(expires, 'evidence expires', id)])),
    ...of.waivers.flatMap(({ rule, at, until }) => (until === undefined ? [] : [made(until, 'waiver ends', rule, at)])),
  ];
  return conditions.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function limits(of: Case): readonly LimitCondition[] {
  const index = lookup(of);
  return of.elements.flatMap((element) =>
    element.holdsUntil.map(({ axis, value: limit }): LimitCondition => {
      const now = axisValue(index, element, axis);
      const common = { kind: 'limit', element: element.id, axis, limit } as const;
      return now === undefined ? { ...common, past: true } : { ...common, now, past: now > limit };
    }),
  );
}

/** An indicator names what it tests, or is named by it. */
function indicator(of: Case, { id, tests, source, breach, every }: Indicator): IndicatorCondition {
  const naming = of.elements.filter((element) => element.indicator === id).map((element) => element.id);
  return {
    kind: 'indicator',
    indicator: id,
    tests: [...new Set([...(tests === undefined ? [] : [tests]), ...naming])],
    ...(source === undefined ? {} : { source }),
    ...(breach === undefined ? {} : { breach }),
    ...(every === undefined ? {} : { every }),
    past: false,
  };
}
