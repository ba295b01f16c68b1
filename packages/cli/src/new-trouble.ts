import type { CaseText } from './load-case.js';

/** An error that the case would have with these texts, by file, and does not have now. */
export async function newTrouble(text: CaseText, changed: ReadonlyMap<string, string>): Promise<string | undefined> {
  if (text.case === null) return undefined;
  const { parse } = await import('@surety/core/language');
  const after = parse(
    text.documents.map(({ file, text: before }) => ({ path: file, text: changed.get(file) ?? before })),
  );
  return after.diagnostics.find(({ severity }) => severity === 'error')?.message;
}
