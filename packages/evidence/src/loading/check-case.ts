import type { Case, Measures } from '@surety/core/case';
import type { ChainLink } from '@surety/core/chain';
import type { Lock } from '../lock/index.js';
import type { CalledCase, CaseText, CheckedCase, Loaded, Unusable } from './case-text.js';
import { type ChainCase, loadChain } from './load-chain.js';
import { during, type Loading } from './loading.js';
import { measureText } from './measure-text.js';
import { readCase } from './read-case.js';

/** Loaded when a case is judged: not every command does that. */
const judging = () => Promise.all([import('@surety/core/rules'), import('@surety/core/pipeline')]);

/** Second stage: measures the evidence and lets the rules look at the case. Needs a text without errors. */
export async function checkCase(
  loading: Loading,
  path: string,
  asOf: string,
  options: Pick<TextOptions, 'errorsOnly'> = {},
): Promise<Loaded<CheckedCase>> {
  const read = await readCase(loading, path);
  return read.ok ? checkText(loading, read.value, path, asOf, options) : read;
}

/** The same for a text that was read; under a lock that is given, or else the one in the folder. */
export async function checkText(
  loading: Loading,
  text: CaseText,
  path: string,
  asOf: string,
  options: TextOptions = {},
): Promise<Loaded<CheckedCase>> {
  const { called, alone = called !== undefined, errorsOnly = false } = options;
  const { case: stated } = text;
  if (stated === null) return { ok: false, problems: [], text };
  const measured = await measureText(loading, text, path, options);
  if (!measured.ok) return { ok: false, problems: [measured.problem], text };
  const { measures } = measured;
  const cited = alone ? undefined : await previousLinks(loading, { ...text, case: stated }, asOf);
  if (cited?.ok === false) return cited;
  const of = cited === undefined ? stated : await citing(stated, measures, cited.value, asOf);
  const [{ diagnose }, { mergedFindings }] = await judging();
  const findings = await during(loading, 'Checking', () =>
    diagnose(of, text.ranges, { asOf, measures, catalogue: text.catalogue, errorsOnly }),
  );
  return { ok: true, value: { ...text, case: of, measures, findings: mergedFindings(text.findings, findings) } };
}

export interface TextOptions {
  /** Of a revision: files outside of the case are not read, so a chain is not followed. */
  readonly called?: CalledCase;
  readonly lock?: Lock;
  /** The chain of the case is not followed: what it cites stays open, and blocks. */
  readonly alone?: boolean;
  /** Of what the rules find, the errors alone are wanted. */
  readonly errorsOnly?: boolean;
}

/** The generations before a case that stands in a chain; nothing where it stands in none. */
export async function previousLinks(
  loading: Loading,
  start: ChainCase,
  asOf: string,
): Promise<Loaded<readonly ChainLink[]> | undefined> {
  if (start.case.chain === undefined) return undefined;
  return loadChain<CaseText>(loading, start, async (path) => {
    const read = await readCase(loading, path);
    if (!read.ok) return read;
    const checked = await checkText(loading, read.value, path, asOf, { alone: true });
    return checked.ok ? ((await whyMeaningless(checked.value)) ?? checked) : checked;
  });
}

async function citing(of: Case, measures: Measures, before: readonly ChainLink[], asOf: string): Promise<Case> {
  const { citePrevious } = await import('@surety/core/chain');
  return citePrevious(of, measures, before, { asOf });
}

/** A text with errors, and what the rules find in what could be read of it besides; a lock file that cannot be used is told. */
export async function checkReadable(
  loading: Loading,
  text: CaseText,
  path: string,
  asOf: string,
): Promise<{ readonly text: CaseText; readonly problem?: string }> {
  if (text.readable === null) return { text };
  const { case: of, gaps } = text.readable;
  const measured = await measureText(loading, text, path);
  const [{ diagnose }, { mergedFindings }] = await judging();
  const options = { asOf, gaps, catalogue: text.catalogue, ...(measured.ok ? { measures: measured.measures } : {}) };
  const findings = await during(loading, 'Checking', () => diagnose(of, text.ranges, options));
  return {
    text: { ...text, findings: mergedFindings(text.findings, findings) },
    ...(measured.ok ? {} : { problem: measured.problem }),
  };
}

/** Why the argument of a case cannot be assessed. */
export async function whyMeaningless(checked: CheckedCase): Promise<Unusable | undefined> {
  const { isFatal } = await import('@surety/core/rules');
  const fatal = checked.findings.filter((finding) => isFatal(finding.code));
  if (fatal.length === 0) return undefined;
  const problems = ['The argument has no meaning while these findings stand'];
  return { ok: false, problems, text: { ...checked, findings: fatal } };
}
