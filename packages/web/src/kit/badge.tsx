import type { Severity } from '@surety/core/case';
import type { Verdict } from '@surety/core/doubt';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'bad' | 'open' | 'plain';

/** Of each tone, since colour alone says nothing to some. */
export const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', open: '?', plain: '·' };

export const toneOfSeverity: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'open', info: 'plain' };

/** A state in a word; the sign says it besides the colour. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`badge ${tone}`}>
      <span aria-hidden="true">{signs[tone]}</span>
      {children}
    </span>
  );
}

export const toneOfVerdict: Readonly<Record<Verdict, Tone>> = {
  supported: 'good',
  'not supported': 'bad',
  undecided: 'open',
  sketch: 'plain',
  'not quantified': 'plain',
};

/**
 * A verdict; while it is computed anew (`is-computing` at the page) the word for that stands in its place, and takes no more
 * room. `isPast`: it is of a text that stays as it is, and is not computed anew.
 */
export function VerdictBadge({ verdict, isPast }: { readonly verdict: Verdict; readonly isPast?: boolean }) {
  if (isPast) return <Badge tone={toneOfVerdict[verdict]}>{verdict}</Badge>;
  return (
    <span className={`badge live-verdict ${toneOfVerdict[verdict]}`}>
      <span className="when-known">
        <span aria-hidden="true">{signs[toneOfVerdict[verdict]]}</span>
        <span>{verdict}</span>
      </span>
      <span className="when-computing">computing</span>
    </span>
  );
}
