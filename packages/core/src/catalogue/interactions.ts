import type { InteractionKind } from '../case/index.js';
import type { Entry } from './entry.js';
import { fromPaper, reconstructed } from './fact.js';

export interface InteractionEntry extends Entry {
  readonly id: InteractionKind;
  /** How such a risk is usually treated. */
  readonly treatment: string;
}

/** The kinds of interaction that step 6 goes through for every outcome. */
export const interactionKinds: readonly InteractionEntry[] = [
  {
    id: 'collusion',
    title: 'Collusion',
    text: reconstructed(
      'Subsystems work together towards the outcome, the watched with the watcher among them.',
      'macrosystem risk, from memory',
    ),
    treatment: 'Argue the trustworthiness of one side, or that no channel lets them agree; watchdogs of another make.',
  },
  {
    id: 'correlated failure',
    title: 'Correlated failure',
    text: fromPaper(
      'Instances or subsystems commit infractions together because something makes all of them do so.',
      'on correlated infractions, by a secondary source',
    ),
    treatment: 'State β or an intra-class correlation, with the reason; look for the common trigger.',
  },
  {
    id: 'cascade',
    title: 'Cascade',
    text: reconstructed('One failure causes the next.', 'macrosystem risk, from memory'),
    treatment: 'Argue as a sequence of events; breakers between the steps; tests that let one instance fail.',
  },
  {
    id: 'monitor subversion',
    title: 'Subversion of a monitor',
    text: reconstructed(
      'What is watched disables, deceives or overloads what watches it.',
      'macrosystem risk, from memory',
    ),
    treatment: 'Red-team the monitor itself; restrict who can change it; watch for falling rates of alarms.',
  },
  {
    id: 'human manipulation',
    title: 'Manipulation of people',
    text: reconstructed(
      'A subsystem moves people who audit, approve or use it to act for it.',
      'macrosystem risk, from memory',
    ),
    treatment: 'Two-person rules; auditors who see actions and not arguments; tests of persuasion.',
  },
  {
    id: 'collective strategy',
    title: 'Collective strategy',
    text: fromPaper('Many systems pursue a strategy together at large scale.', 'figure 16'),
    treatment:
      'Bound the share that may fail; watch for correlated drift; keep channels between instances short-lived.',
  },
];
