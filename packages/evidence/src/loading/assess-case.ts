import type { Case } from '@surety/core/case';
import type { AssessedCase, CaseAssessedInShort, CheckedCase, Loaded } from './case-text.js';
import { checkCase, type TextOptions, whyMeaningless } from './check-case.js';
import { during, type Loading } from './loading.js';

/** Third stage: computes what the case is worth. While a fatal finding stands its argument has no meaning. */
export async function assessCase(
  loading: Loading,
  path: string,
  options: { readonly asOf: string; readonly seed: number },
): Promise<Loaded<AssessedCase>> {
  const checked = await checkCase(loading, path, options.asOf);
  if (!checked.ok) return checked;
  return assessChecked(loading, checked.value, options);
}

/**
 * The same where the verdicts are wanted and what they rest on, but neither warnings nor the numbers of each element: of a
 * large case that takes a good part less.
 */
export async function assessCaseInShort(
  loading: Loading,
  path: string,
  options: { readonly asOf: string; readonly seed: number },
): Promise<Loaded<CaseAssessedInShort>> {
  const checked = await assessable(loading, path, options.asOf, { errorsOnly: true });
  if (!checked.ok) return checked;
  const { assessInShort } = await import('@surety/core/doubt');
  const { case: of, measures } = checked.value;
  const assessment = await during(loading, 'Assessing', () => assessInShort(of, measures, options));
  return { ok: true, value: { ...checked.value, assessment } };
}

/** Assesses a case that was checked, or a variant of it (`of`) for another question. */
export async function assessChecked(
  loading: Loading,
  checked: CheckedCase,
  options: { readonly asOf: string; readonly seed: number },
  of: Case = checked.case,
): Promise<Loaded<AssessedCase>> {
  const refused = await whyMeaningless(checked);
  if (refused !== undefined) return refused;
  const { assess } = await import('@surety/core/doubt');
  const assessment = await during(loading, 'Assessing', () => assess(of, checked.measures, options));
  return { ok: true, value: { ...checked, assessment } };
}

/** A case that was checked and can be assessed, for questions that assess it in their own way. */
export async function assessable(
  loading: Loading,
  path: string,
  asOf: string,
  options: Pick<TextOptions, 'errorsOnly'> = {},
): Promise<Loaded<CheckedCase>> {
  const checked = await checkCase(loading, path, asOf, options);
  return checked.ok ? ((await whyMeaningless(checked.value)) ?? checked) : checked;
}
