import type { Verdict } from '@surety/core/doubt';
import type { Model } from '../compute/questions.js';
import { withNumbers } from '../compute/with-numbers.js';
import type { Tried, WorkspaceState } from './state.js';

type Answered = Tried & { readonly kind: 'answer' };

/** Models with the numbers of an answer in them: a whole assessment is made anew only for a view that wants all of it. */
const made = new WeakMap<Answered, Model>();

/** The answer that goes with the model that is shown; undefined where nothing is tried out, or nothing can be told of it. */
function answered({ model, tried }: WorkspaceState): Answered | undefined {
  return tried?.kind === 'answer' && tried.of.serial === model?.serial ? tried : undefined;
}

/** The model with the numbers of what is tried out; the same one for the same state. */
export function shownModel(state: WorkspaceState): Model | undefined {
  const tried = answered(state);
  if (tried === undefined || tried.of.assessment === null) return state.model;
  const known = made.get(tried);
  if (known !== undefined) return known;
  const model = { ...tried.of, assessment: withNumbers(tried.of.assessment, tried.answer) };
  made.set(tried, model);
  return model;
}

/** The verdicts of the outcomes with what is tried out; none where nothing is assessed. */
export function shownOutcomes(state: WorkspaceState): readonly { readonly verdict: Verdict }[] {
  const assessment = state.model?.assessment ?? undefined;
  if (assessment === undefined) return [];
  return answered(state)?.answer.outcomes ?? assessment.outcomes;
}
