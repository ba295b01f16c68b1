import type { Case } from '../case/index.js';
import { applySplices } from '../language/edit/index.js';
import { type Parsed, parse } from '../language/index.js';
import { type Authored, type AuthorOptions, author, type Intent, splicesBetween } from './index.js';

/** Texts of one case by file. */
export type Files = Readonly<Record<string, string>>;

export function read(files: Files): Parsed & { readonly case: Case } {
  const parsed = parse(Object.entries(files).map(([path, text]) => ({ path, text })));
  if (parsed.case === null) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  return parsed as Parsed & { readonly case: Case };
}

export function made(files: Files, intent: Intent, options: AuthorOptions = {}): Authored {
  const { case: of, documents } = read(files);
  const authored = author(of, documents, intent, options);
  if (!authored.ok) throw new Error(`${authored.reason} ${authored.hint ?? ''}`);
  return authored;
}

export function after(files: Files, { changed }: Authored): Files {
  return { ...files, ...Object.fromEntries(changed) };
}

/** The change of a text as lines: `-` what went, `+` what came, each with its line break left out. */
export function changeOf(files: Files, intent: Intent, options: AuthorOptions = {}): string {
  const authored = made(files, intent, options);
  return [...authored.changed]
    .map(([file, text]) => {
      const before = files[file] ?? '';
      const splices = splicesBetween(file, before, text);
      if (applySplices(before, splices) !== text) throw new Error('the splices make another text');
      return lineChanges(before, text);
    })
    .join('\n');
}

function lineChanges(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const common: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const lines: string[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || common[i + 1]![j]! >= common[i]![j + 1]!)) lines.push(`-${a[i++]}`);
    else lines.push(`+${b[j++]}`);
  }
  return lines.join('\n');
}

export function refusal(files: Files, intent: Intent, options: AuthorOptions = {}): { reason: string; hint?: string } {
  const { case: of, documents } = read(files);
  const authored = author(of, documents, intent, options);
  if (authored.ok) throw new Error(`not refused: ${authored.what}`);
  const { reason, hint } = authored;
  return hint === undefined ? { reason } : { reason, hint };
}
