import type { Case, Draft, DraftValue, IsoDate, Origin } from '../case/index.js';

/** Where a draft leaves the words to a person. */
export const blank = '…';

/** Whether a text says anything: a blank that nobody filled in counts as nothing. */
export function says(text: string | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N}]/u.test(text);
}

/** A section of the text, in the file that says what the case is. */
export function sectionOf(of: Case, name: string): Origin {
  return { file: of.origin.file, path: [name] };
}

/** A section that is a list, in the file that has most of it so far. */
export function listOf(of: Case, name: 'dismissed' | 'interactions'): Origin {
  return { file: of[name].at(-1)?.origin.file ?? of.origin.file, path: [name] };
}

/** The first id of this prefix that no element of the case has. */
export function freeId(of: Case, prefix: string): string {
  const taken = new Set(of.elements.map(({ id }) => id.replace(/@.*$/, '')));
  for (let number = 1; ; number += 1) if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`;
}

/** A window of ninety days from a day on. */
export function windowFrom(from: IsoDate): DraftValue {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 89);
  return { from, to: day.toISOString().slice(0, 10) };
}

/** A claim for an outcome that has none: an undeveloped goal, and the line that names it. */
export function claimDraft(of: Case, outcome: Origin, text: string): readonly Draft[] {
  const id = freeId(of, 'G');
  const goal = { text: `It does not happen in the window: ${text}`, undeveloped: true };
  return [
    { at: { file: outcome.file, path: ['argument'] }, key: id, value: goal },
    { at: outcome, key: 'claim', value: id },
  ];
}

/** The other side's argument, to be written by somebody else. */
export function riskCaseDraft(id: string, text: string): DraftValue {
  return { claim: id, argument: { [id]: { text: `It happens in the window: ${text}`, undeveloped: true } } };
}
