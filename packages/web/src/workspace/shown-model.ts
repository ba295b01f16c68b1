import type { Verdict } from '@surety/core/doubt';
import type { Model } from '../compute/questions.js';
import { withNumbers } from '../compute/with-numbers.js';
import type { Tried, WorkspaceState } from './state.js';

type Answered = Tried & { readonly kind: 'answer' };

/** Models with the numbers of an answer in them: a whole assessment is made anew only for a view that wants all of it. */
const made = new WeakMap<Answered, Model>();

/**
 * The answer that goes with the model and the scenario that are shown, with its values of a moment ago while they are moved;
 * undefined where nothing is tried out, or nothing can be told of it.
 */
export function answered({ model, scenario, tried }: WorkspaceState): Answered | undefined {
  const isOf = tried?.of.serial === model?.serial && tried?.scenario.name === scenario?.name;
  return tried?.kind === 'answer' && isOf ? tried : undefined;
}

/** Why what is shown is not what is tried out, in words; undefined where it is, or where nothing is tried out. */
export function whyNotTried({ model, scenario, tried }: WorkspaceState): string | undefined {
  if (scenario === undefined) return undefined;
  if (model?.case === null) return 'the text has errors';
  if (tried?.scenario !== scenario || tried.of.serial !== model?.serial) return 'it is not computed yet';
  return tried.kind === 'problem' ? tried.why : undefined;
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
