import { resolve } from 'node:path';
import type { Diagnostic, Splice } from '@surety/core/case';
import type { ExitCode } from '../exit-code.js';
import { type CaseText, readCase } from '../load-case.js';
import { counted } from '../render/text.js';
import { type Session, unusable } from '../session.js';

/** A text may hide the next one that lacks quotes; this many are found one behind the other. */
const mostRounds = 20;

/**
 * Puts quotes around the texts of a case that lack them (a comma within braces, a number that is a name) and writes them.
 * No word changes. A name that may be a slip of another is left to the writer. The exit code where a file cannot be written.
 */
export async function putQuotes(session: Session, path: string): Promise<ExitCode | undefined> {
  const [{ applySplices }, { describe, writeAtomic }] = await Promise.all([
    import('@surety/core/language/edit'),
    import('@surety/evidence'),
  ]);
  let count = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const read = await readCase(session, path);
    // What makes it unreadable is told by the check that follows.
    if (!read.ok) break;
    const quotes = missingQuotes(read.value);
    if (quotes.length === 0) break;
    for (const { file, text } of read.value.documents) {
      const here = quotes.filter((one) => one.file === file);
      if (here.length === 0) continue;
      const problem = await writeAtomic(resolve(read.value.root, file), applySplices(text, here));
      if (problem !== undefined) return unusable(session, describe(problem));
    }
    count += quotes.length;
  }
  if (!session.quiet && count > 0) session.note(`Put quotes around ${counted(count, 'text')}`);
  return undefined;
}

/** Splices that only put quotes, none of them within another. */
export function missingQuotes({ findings, documents }: CaseText): readonly Splice[] {
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  const found = findings
    .flatMap(({ fix }: Diagnostic) => (fix?.length === 1 ? fix : []))
    .filter(({ file, start, end, text }) => isQuoted(text, texts.get(file)?.slice(start, end)));
  const sorted = found.toSorted((a, b) => a.start - b.start);
  return sorted.filter((one, at) =>
    sorted.slice(0, at).every((other) => other.file !== one.file || other.end <= one.start),
  );
}

function isQuoted(text: string, bare: string | undefined): boolean {
  if (bare === undefined || bare === '') return false;
  if (text.startsWith("'")) return text === `'${bare.replaceAll("'", "''")}'`;
  return text === JSON.stringify(bare);
}
