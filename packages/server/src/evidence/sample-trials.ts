import { resolve } from 'node:path';
import { canBeSampled, sampleOne, type TrialSample } from '@surety/evidence';
import { readCase } from '@surety/evidence/loading';
import type { TrialText } from '../api/index.js';
import type { Answers, Job } from './jobs.js';
import type { Around } from './measure-case.js';

/** Random trials of a piece of evidence that was read just now; else why there are none to read. */
export async function sampleTrials(
  { location, env, readers }: Around,
  { evidence: id, sample, seed, measures }: Extract<Job, { kind: 'trials' }>,
): Promise<Answers['trials']> {
  const none = (why: string) => ({ of: 0, trials: [], why });
  const loading = { cwd: resolve(location), env, ...(readers === undefined ? {} : { readers }) };
  const text = await readCase(loading, location);
  const of = text.ok ? (text.value.case ?? text.value.readable?.case) : undefined;
  const evidence = of?.evidence.find((one) => one.id === id);
  if (!text.ok || evidence === undefined) return none(`The case has no evidence ${id}.`);
  const measure = measures[id];
  if (measure === undefined) return none('It is being read.');
  if (!canBeSampled(measure)) {
    return none(
      measure.state.kind === 'fresh'
        ? 'Its sources hold no texts of trials.'
        : `It was not read from its sources just now (it is ${measure.state.kind}), so that its trials are not shown.`,
    );
  }
  const { trials, of: all, counted, problem } = await sampleOne(evidence, text.value.root, { count: sample, seed });
  return problem === undefined
    ? { of: all, trials: trials.map((trial, at) => trialText(trial, counted?.[at])) }
    : none(`${problem}.`);
}

function trialText(
  { sample, epoch, scores, flaws, input, output, cut }: TrialSample,
  counted: TrialText['counted'],
): TrialText {
  const result = [...scores.map(({ scorer, value }) => `${scorer}: ${value}`), ...flaws, ...(cut ? ['cut short'] : [])];
  const message = (role: string, text: string | undefined) => (text === undefined ? [] : [{ role, text }]);
  return {
    id: epoch === 1 ? sample : `${sample}, epoch ${epoch}`,
    ...(counted === undefined ? {} : { counted }),
    result: result.join(', '),
    messages: [...message('input', input), ...message('output', output)],
  };
}
