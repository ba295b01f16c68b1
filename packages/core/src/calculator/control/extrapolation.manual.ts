import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const extrapolationManual = {
  extrapolation: {
    title: 'From tasks of a control evaluation to tasks of a deployment: a success before the first detection',
    topic: 'control',
    formula: [
      's/(s + d) · [1 − (1 − q(s + d))^N], with s = succeeds, d = detected, q = attacked, N = tasks',
      'limit: s/(s + d) for ever more tasks',
      'simulated: each deployment is played task by task until an attempt is detected',
    ],
    source: fromLiterature(
      'extrapolation of a control evaluation by simulation',
      'Korbak et al. 2025, arXiv 2501.17315; the closed form is worked out here and is the oracle of the simulation',
    ),
    cautions: [
      'Tasks are independent and alike, and the first detection stops every further attempt. An attacker who chooses his tasks does better.',
      'An attacker who does not hurry wins with the limit: take that, unless the number of attempts is bounded by something else.',
    ],
    examples: [
      example(
        { succeeds: 0.18309859, detected: 0.33802817, attacked: 0.01, tasks: 5000, runs: 1000 },
        { successBeforeDetection: '.351351', limit: '.351351', attempts: '50' },
        'closed form, worked by hand (13 and 24 of 71 attempts)',
      ),
      example(
        { succeeds: 0.18309859, detected: 0.33802817, attacked: 0.001, tasks: 5000, runs: 1000 },
        { successBeforeDetection: '.325419', attempts: '5' },
        'closed form, worked by hand',
      ),
    ],
  },
} satisfies Manuals;
