import type { Entry } from './entry.js';
import { fromLiterature } from './fact.js';

const lee = 'Lee et al. 2026, arXiv 2601.22773';
const entry = (id: string, title: string, text: string): Entry => ({ id, title, text: fromLiterature(text, lee) });

/** Controlled vocabularies for tags on elements. */
export const claimTypes: readonly Entry[] = [
  entry('assertion', 'Assertion', 'Says that something is so.'),
  entry('constraint', 'Constraint', 'Says that something stays within a limit.'),
  entry('capability', 'Capability', 'Says what a system can or cannot do.'),
];

export const argumentTypes: readonly Entry[] = [
  entry('demonstrative', 'Demonstrative', 'Shows the claim directly.'),
  entry('comparative', 'Comparative', 'Shows that it is no worse than something accepted.'),
  entry('causal', 'Causal or explanatory', 'Says by what mechanism it holds.'),
  entry('risk-based', 'Risk-based', 'Weighs likelihood and harm.'),
  entry('normative', 'Normative', 'Appeals to a rule or standard.'),
];

export const evidenceTypes: readonly Entry[] = [
  entry('empirical', 'Empirical', 'Results of tests.'),
  entry('mechanistic', 'Mechanistic', 'What is seen inside the system.'),
  entry('comparative', 'Comparative', 'Results beside those of a reference.'),
  entry('expert', 'Expert', 'Judgement of people who know the domain.'),
  entry('formal', 'Formal', 'Proof.'),
  entry('operational', 'Operational or field', 'What was seen in use.'),
  entry('model-based', 'Model-based', 'Results of a model or simulation.'),
];
