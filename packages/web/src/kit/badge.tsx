import type { Verdict } from '@surety/core/doubt';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'bad' | 'open' | 'plain';

const signs: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', open: '?', plain: '·' };

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

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return <Badge tone={toneOfVerdict[verdict]}>{verdict}</Badge>;
}
