import type { Entry } from './entry.js';
import { fromPaper, reconstructed } from './fact.js';

/** Assumptions about the setting that cases tend to rest on. Each has to be argued, not presumed. */
export const deploymentAssumptions: readonly Entry[] = [
  {
    id: 'weights-secure',
    title: 'Weights are secure',
    text: fromPaper('Model weights are secure from human actors.', 'step 3, by a secondary source'),
  },
  {
    id: 'customers-comply',
    title: 'Customers keep to the terms',
    text: fromPaper('Customers with fine-tuning access follow the terms of service.', 'step 3, by a secondary source'),
  },
  {
    id: 'developers-behave',
    title: 'The developer’s own people behave',
    text: reconstructed(
      'Nobody with access to weights, training or monitoring works towards the outcome.',
      'step 3, from memory',
    ),
  },
  {
    id: 'scope-holds',
    title: 'The system is used as described',
    text: reconstructed('Tasks, users and permissions stay those of the decision.', 'step 1 and 3, from memory'),
  },
  {
    id: 'infrastructure-holds',
    title: 'Infrastructure does what it says',
    text: reconstructed('Logs, gates and switches work and cannot be changed from inside.', 'step 3, from memory'),
  },
];
