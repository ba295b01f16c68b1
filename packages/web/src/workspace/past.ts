import type { Replace } from '@surety/server/api';
import { applyChanges, changesBetween, inverseOf } from './text-changes.js';

/** The texts that a file had here, each by what leads back to it from the one after it; so that what was is never guessed. */
export interface Past {
  /** Number of the text that stands now. */
  readonly now: number;
  /** The last one leads from the text that stands now to the one before it. */
  readonly backs: readonly Back[];
}

/** Changes of the text after it; or the whole text, where the file came or went. */
type Back = { readonly changes: readonly Replace[] } | { readonly whole: string | null };

export const noPast: Past = { now: 0, backs: [] };

/** The past of a file whose text became another one. */
export function grown({ now, backs }: Past, before: string | null, after: string | null): Past {
  const back: Back =
    before === null || after === null
      ? { whole: before }
      : { changes: inverseOf(changesBetween(before, after), before) };
  return { now: now + 1, backs: [...backs, back] };
}

/** The text of a number, led back to from the text that stands now. */
export function textAt({ now, backs }: Past, text: string | null, number: number): string | null {
  return backs
    .slice(backs.length - (now - number))
    .reduceRight<string | null>(
      (after, back) => ('whole' in back ? back.whole : applyChanges(after ?? '', back.changes)),
      text,
    );
}
