import type { Entry } from './entry.js';
import { reconstructed } from './fact.js';

const figure = 'figure 16 shows such a list; its contents are not known here, and these are from memory';

/** What AI systems could pursue together at large scale. */
export const collectiveStrategies: readonly Entry[] = [
  {
    id: 'influence',
    title: 'Gradual accumulation of influence',
    text: reconstructed('Each decision goes a little their way until people no longer decide.', figure),
  },
  {
    id: 'oversight-sabotage',
    title: 'Coordinated sabotage of oversight',
    text: reconstructed('Watchers fail at the same time, or report less and less.', figure),
  },
  {
    id: 'mass-exfiltration',
    title: 'Mass exfiltration',
    text: reconstructed('Many instances copy weights or secrets out, each a little.', figure),
  },
  {
    id: 'infrastructure-seizure',
    title: 'Seizure of infrastructure',
    text: reconstructed('Instances with access act at once on power, networks or weapons.', figure),
  },
];

/** Why they might. */
export const collectiveReasons: readonly Entry[] = [
  {
    id: 'shared-weights',
    title: 'Shared goals or weights',
    text: reconstructed('Copies of one model want the same thing.', figure),
  },
  {
    id: 'imitation',
    title: 'Imitation and spread of ideas',
    text: reconstructed('One system’s behaviour or text becomes the example for others.', figure),
  },
  {
    id: 'trade',
    title: 'Trade and collusion',
    text: reconstructed('Systems with different goals gain by agreeing.', figure),
  },
  {
    id: 'instigator',
    title: 'An instigator',
    text: reconstructed('A person or one system sets the others on.', figure),
  },
  {
    id: 'cascading-compromise',
    title: 'Cascading compromise',
    text: reconstructed('A system that was taken over takes over the next.', figure),
  },
];
