import type { OutcomeAssessment, Verdict } from '../../doubt/index.js';
import type { Verdict as CardVerdict } from '../card.js';
import { capital, sentence } from '../words.js';

const looks: Record<Verdict, CardVerdict> = {
  supported: { word: 'Supported', tone: 'good', symbol: 'check' },
  'not supported': { word: 'Not supported', tone: 'bad', symbol: 'cross' },
  undecided: { word: 'Undecided', tone: 'open', symbol: 'question' },
  sketch: { word: 'Sketch', tone: 'plain', symbol: 'pencil' },
  'not quantified': { word: 'Not quantified', tone: 'plain', symbol: 'circle' },
};

/** The verdict's word, symbol and colour, and its statement where that says more than the word. */
export function verdictOf({ verdict, statement }: Pick<OutcomeAssessment, 'verdict' | 'statement'>): CardVerdict {
  if (statement === verdict) return looks[verdict];
  // A condition must show in the colour too.
  const conditional: Partial<CardVerdict> =
    verdict === 'supported' ? { word: 'Supported on a condition', tone: 'open', symbol: 'question' } : {};
  return { ...looks[verdict], ...conditional, statement: sentence(capital(statement)) };
}
