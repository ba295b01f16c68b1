import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const extrapolationTasksManual = {
  'extrapolation-tasks': {
    title: 'The same from results that were kept for each task of the evaluation',
    topic: 'control',
    formula: [
      's/(s + d) · [1 − (1 − q(s + d))^N], with s and d the means over the tasks of the evaluation, q = attacked, N = tasks',
      'chosen: the largest s/(s + d) of any task, where the attacker waits for tasks like that one',
      'simulated: each attack is at a task of the evaluation, drawn at random, until an attempt is detected',
    ],
    source: fromLiterature(
      'extrapolation of a control evaluation by simulation of cached results',
      'Korbak et al. 2025, arXiv 2501.17315; the closed form is worked out here: which task is drawn is independent each time, so the race has the mean rates',
    ),
    cautions: [
      'Tasks of the deployment are like those of the evaluation, in the same proportions, and the first detection stops every further attempt.',
      'Rates of single tasks come from few attempts: the largest of them is partly chance, and “chosen” errs on the safe side.',
    ],
    examples: [
      example(
        { results: 'examples/control/data/tasks.csv', attacked: 0.001, tasks: 5000, runs: 1000 },
        { succeeds: '.2', detected: '.3', successBeforeDetection: '.36719', limit: '.4', chosen: '.75' },
        'by hand: means .2 and .3, so .4 · (1 − .9995^5000); the second task alone gives .3/.4',
      ),
    ],
  },
} satisfies Manuals;
