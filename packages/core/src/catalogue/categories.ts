import type { Category } from '../case/index.js';
import { type Fact, fromPaper, reconstructed } from './fact.js';

/** One of the four kinds of argument. */
export interface CategoryEntry {
  readonly id: Category;
  readonly title: string;
  /** What such an argument claims. */
  readonly claim: Fact<string>;
  /**
   * Where it can carry a case, on a scale of dangerous capability from 0 (harmless) to 10 (strongly superhuman). Figure 2
   * has no numbers on its axis; these only order the categories.
   */
  readonly carries: Fact<{ readonly from: number; readonly to: number }>;
}

const order =
  'The figure orders the four from left to right as systems grow more powerful; inability and control eventually give way';

export const categories: readonly CategoryEntry[] = [
  {
    id: 'inability',
    title: 'Inability',
    claim: fromPaper(
      'No AI system of the macrosystem is able to bring an unacceptable outcome about in any setting that can really occur.',
      'section 2.2, in other words',
    ),
    carries: reconstructed(
      { from: 0, to: 4 },
      'figure 2',
      `${order}; a system that is able has no inability argument left.`,
    ),
  },
  {
    id: 'control',
    title: 'Control',
    claim: reconstructed(
      'The AI systems are incapable of causing unacceptable outcomes given the control measures that are in place.',
      'wording from memory of section 2.2',
    ),
    carries: reconstructed(
      { from: 2, to: 7 },
      'figure 2',
      `${order}; a system that outwits its controls has no control argument left.`,
    ),
  },
  {
    id: 'trustworthiness',
    title: 'Trustworthiness',
    claim: reconstructed(
      'Even if the AI systems were able to cause unacceptable outcomes, they would not, because they robustly behave as intended.',
      'wording from memory of section 2.2',
    ),
    carries: reconstructed(
      { from: 4, to: 9 },
      'figure 2',
      `${order}; people must still be able to judge the evidence.`,
    ),
  },
  {
    id: 'deference',
    title: 'Deference',
    claim: reconstructed(
      'Credible AI advisors assert that the AI systems do not pose an unacceptable risk.',
      'Habli et al. 2025, arXiv 2503.11705, goal GPG6',
    ),
    carries: reconstructed(
      { from: 7, to: 10 },
      'figure 2',
      `${order}; meant for systems much more powerful than today's.`,
    ),
  },
];
