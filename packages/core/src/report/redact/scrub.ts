/** Takes strings out of texts that were made from what is withheld: messages, reasons, notes. */
export interface Scrub {
  /** The text without any of the withheld strings. */
  readonly literal: (text: string) => string;
  /** The same for a text that may quote in part, or tell numbers of what is withheld. */
  readonly derived: (text: string) => string;
}

export const withheldWord = '[withheld]';

/** A word: ids with dots, hyphens and `@` are one. */
const words = /[\p{L}\p{N}][\p{L}\p{N}_.@-]*/gu;
/** A number that is no part of a name, and no date. */
const numbers = /(?<![\p{L}\p{N}_.@-])(?!\d{4}-\d{2}-\d{2}(?!\d))\d+(?:,\d{3})*(?:\.\d+)?(?:e-?\d+)?(?![\p{L}_@-])/giu;

/**
 * @param secrets strings that must not be seen
 * @param telling words that stand in withheld texts and nowhere in what is kept: a text with one of them quotes
 * @param about ids of what is withheld: a text that names one may tell its numbers
 */
export function scrubOf(secrets: readonly string[], telling: ReadonlySet<string>, about: ReadonlySet<string>): Scrub {
  const byFirst = new Map<string, string[]>();
  for (const secret of new Set(secrets)) {
    const first = everyPart(secret)[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), secret]);
  }
  // The longest first: a path before the name of its file.
  for (const some of byFirst.values()) some.sort((a, b) => b.length - a.length);

  function literal(text: string): string {
    if (byFirst.size === 0 || text.length < 2) return text;
    let result = text;
    for (const part of new Set(everyPart(text))) {
      for (const secret of byFirst.get(part) ?? []) result = replaced(result, secret);
    }
    for (const secret of byFirst.get('') ?? []) result = replaced(result, secret);
    return result;
  }

  function derived(text: string): string {
    const kept = literal(text);
    const found = wordsOf(kept);
    if (found.some((word) => telling.has(word) || partsOf(word).some((part) => telling.has(part)))) return withheldWord;
    const ids = kept.match(words) ?? [];
    if (!ids.some((id) => about.has(id) || about.has(id.replace(/[.]+$/, '')) || about.has(id.split('.')[0] ?? '')))
      return kept;
    return kept.replace(numbers, withheldWord);
  }

  return { literal, derived };
}

/** The parts of all words of a text. */
function everyPart(text: string): readonly string[] {
  return wordsOf(text).flatMap(partsOf);
}

/** The words of a text in lower case, without the marks that end sentences. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(words) ?? []).map((word) => word.replace(/[.@_-]+$/, ''));
}

/** The parts of a word that is made of several. */
export function partsOf(word: string): readonly string[] {
  return word.split(/[._@-]+/).filter((part) => part.length > 0);
}

/**
 * What goes on below a path: a withheld folder does not give away the names of its files. Those may hold any signs, so
 * all that follows goes, up to what messages put between a place and what is said of it.
 */
const below = /^\/.*?(?=: |$)/su;

/** As a word of its own, so that a name is not found within another one. */
function replaced(text: string, secret: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at)) {
    const own = at + secret.length;
    const end = own + (below.exec(text.slice(own))?.[0].length ?? 0);
    const within = joined(text, at) || joined(text, own);
    if (!within) {
      parts.push(text.slice(done, at), withheldWord);
      done = end;
    }
    at = within ? at + 1 : end;
  }
  return done === 0 ? text : parts.join('') + text.slice(done);
}

/** Whether a word goes on across this place. */
function joined(text: string, at: number): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
}
