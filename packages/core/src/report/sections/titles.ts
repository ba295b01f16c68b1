import type { SectionName } from '../readings.js';

/** What each section is called; links to a section use it too. */
export const sectionTitles: Readonly<Record<SectionName, string>> = {
  'in-short': 'In short',
  withheld: 'What is withheld',
  'open-points': 'What is open',
  'six-steps': 'The six steps',
  reasons: 'Why, and what would change it',
  numbers: 'The outcomes in numbers',
  'cut-sets': 'What would have to go wrong',
  importance: 'What it rests on',
  tornado: 'What moves the number',
  diagram: 'The argument, drawn',
  argument: 'The argument in full',
  independence: 'What is said to fail independently',
  unassessed: 'Steps that nobody assessed',
  challenges: 'Challenges and answers',
  evidence: 'Evidence',
  assumptions: 'Assumptions',
  coverage: 'Coverage',
  'risk-cases': 'The other side',
  quantities: 'Quantities',
  conditions: 'When the case no longer holds',
  findings: 'Findings',
  'sign-offs': 'Sign-offs',
  computed: 'How this was computed',
  glossary: 'Words',
};
