import type { Entry } from './entry.js';
import { fromLaw, fromLiterature, fromPaper } from './fact.js';

const appendix = 'EU General-Purpose AI Code of Practice, Safety and Security chapter (2025), appendix 1.4';

/** Classes of unacceptable outcomes, for `severity` and for going through what a case may have forgotten. */
export const outcomeClasses: readonly Entry[] = [
  {
    id: 'cbrn',
    title: 'Chemical, biological, radiological or nuclear harm',
    text: fromLaw(
      'The system helps somebody towards a weapon of mass casualties. One of four specified risks.',
      appendix,
    ),
  },
  {
    id: 'loss-of-control',
    title: 'Loss of control',
    text: fromLaw(
      'People can no longer direct, change or shut down the system. One of four specified risks.',
      appendix,
    ),
  },
  {
    id: 'cyber-offence',
    title: 'Cyber offence',
    text: fromLaw(
      'The system attacks computers, or lifts an attacker who would not have managed. One of four specified risks.',
      appendix,
    ),
  },
  {
    id: 'harmful-manipulation',
    title: 'Harmful manipulation',
    text: fromLaw(
      'The system moves people to what harms them or others, at scale. One of four specified risks.',
      appendix,
    ),
  },
  {
    id: 'catastrophic',
    title: 'Catastrophic risk in the sense of SB 53 and RAISE',
    text: fromLaw(
      'A single incident with more than 50 deaths or serious injuries, or more than a billion dollars of damage.',
      'California SB 53 (in force 2026-01-01); New York RAISE Act (in effect 2027-01-01)',
    ),
  },
  {
    id: 'weights-exfiltration',
    title: 'Exfiltration of weights',
    text: fromLiterature(
      'Weights leave the control of the developer, by the system itself or by people.',
      'Korbak et al. 2025, arXiv 2501.17315 (data exfiltration as the top claim)',
    ),
  },
  {
    id: 'sabotage',
    title: 'Sabotage of work or of oversight',
    text: fromLiterature(
      'The system spoils research, code or the measures that watch it, unnoticed.',
      'Buhl et al. 2025, arXiv 2505.03989 (sabotage of research as the top claim)',
    ),
  },
  {
    id: 'catastrophe',
    title: 'Catastrophe',
    text: fromPaper(
      'What a case claims to be unlikely as a whole, carved into concrete outcomes in the second step.',
      'abstract and step 2',
    ),
  },
];
