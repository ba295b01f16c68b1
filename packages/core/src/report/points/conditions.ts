import type { IsoDate } from '../../case/index.js';
import { type Line, link } from '../line.js';
import { anchorOf, elementLink, type View } from '../view.js';

/** A day on which the case loses something, or all of what it claims. */
export interface DatedCondition {
  readonly date: IsoDate;
  readonly kind: 'window begins' | 'window ends' | 'evidence expires' | 'waiver ends';
  /** What expires or ends: id of evidence, code of a rule, or the window. */
  readonly what: string;
  /** Where a waiver holds. */
  readonly at?: string;
  readonly past: boolean;
  readonly insideWindow: boolean;
}

/** All dates after which the case no longer is what was assessed, earliest first. */
export function datedConditionsOf({ case: of, assessment: { asOf } }: View): readonly DatedCondition[] {
  const window = of.decision?.window;
  const made = (date: IsoDate, kind: DatedCondition['kind'], what: string, at?: string): DatedCondition => ({
    date,
    kind,
    what,
    ...(at === undefined ? {} : { at }),
    past: kind === 'evidence expires' ? date <= asOf : date < asOf,
    insideWindow: window !== undefined && date <= window.to && kind !== 'window ends',
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

/** What happens on that day. */
export function conditionLine(view: View, { kind, what, at }: DatedCondition): Line {
  switch (kind) {
    case 'window begins':
      return ['The deployment window begins.'];
    case 'window ends':
      return ['The deployment window ends: after this day the case claims nothing.'];
    case 'evidence expires':
      return ['Evidence ', link(anchorOf.evidence(what), what), ' expires: what rests on it counts as failed.'];
    case 'waiver ends':
      return [
        `The waiver of ${what}`,
        ...(at === undefined ? [] : [' at ', elementLink(view, at)]),
        ' ends: the finding counts again.',
      ];
  }
}
