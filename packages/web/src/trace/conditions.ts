import { formatNumber } from '@surety/core/report';
import type { Condition } from '@surety/core/steps';
import type { Place } from './place-of-leaf.js';

/** What has ended what the case claims, then what will: by date, then limits of growth. Indicators wait for no day. */
export function nextConditions(all: readonly Condition[]): readonly Condition[] {
  // That the window has begun ends nothing.
  const ending = all.filter(({ kind, past }) => kind !== 'indicator' && !(kind === 'window begins' && past));
  return [...ending.filter(({ past }) => past), ...ending.filter(({ past }) => !past)];
}

/** A condition as a line: the day or the limit first. */
export function wordsOfCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'window begins':
    case 'window ends':
      return `${condition.date}: the deployment ${condition.kind}`;
    case 'evidence expires':
      return `${condition.date}: evidence ${condition.what} ${condition.past ? 'expired' : 'expires'}`;
    case 'waiver ends':
      return `${condition.date}: the waiver of ${condition.what}${condition.at === undefined ? '' : ` at ${condition.at}`} ${condition.past ? 'ended' : 'ends'}`;
    case 'limit': {
      const now =
        condition.now === undefined
          ? ', and the case does not say where it stands'
          : `, now ${formatNumber(condition.now)}`;
      return `${condition.axis} ${formatNumber(condition.limit)}${now}: up to there ${condition.element} holds`;
    }
    case 'indicator':
      return `Indicator ${condition.indicator} tests ${condition.tests.join(', ')}`;
  }
}

export function placeOfCondition(condition: Condition): Place {
  switch (condition.kind) {
    case 'evidence expires':
      return { view: 'evidence', params: { at: condition.what } };
    case 'limit':
      return { view: 'argument', params: { at: condition.element } };
    case 'waiver ends':
      return { view: 'text', params: { section: 'waivers' } };
    case 'indicator':
      return { view: 'text', params: { section: 'indicators' } };
    case 'window begins':
    case 'window ends':
      return { view: 'text', params: { section: 'decision' } };
  }
}
