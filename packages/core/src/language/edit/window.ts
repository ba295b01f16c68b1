import type { Path, Splice } from '../../case/index.js';
import { lineEndOf, openDocument, type TextDocument } from '../document.js';
import { quickTree } from '../quick-tree.js';
import type { MapNode } from '../tree.js';
import { applySplices } from './splice.js';
import { lineStart } from './text.js';

/**
 * A part of a long text that is a document of its own: entries of its long sections are left out, but for those that are
 * asked for and their neighbours. What is changed in it is changed in the whole. Reading a text in full for each change is
 * what makes edits of long ones slow.
 */
export interface Window {
  /** The part, with the paths that the whole has. */
  readonly document: TextDocument;
  /** Whether what stands at the path is in the part, and what stands beside it. */
  readonly covers: (path: Path) => boolean;
  /** The whole text and the window on it after splices of the part; undefined where they reach what is left out. */
  readonly after: (splices: readonly Splice[]) => { readonly text: string; readonly window: Window } | undefined;
}

/** What is left out between two characters of the part. */
interface Cut {
  readonly at: number;
  readonly text: string;
}

/** Sections of fewer entries are kept whole. */
const longSection = 40;
/** The last entries of a map show how the text is written (see `blockStyle`). */
const lastEntries = 12;

/**
 * A window on a text for changes at these paths; undefined where the text is not written plainly enough to be taken apart,
 * or has nothing that could be left out.
 */
export function openWindow(file: string, text: string, paths: readonly Path[]): Window | undefined {
  // Anchors tie places together that may be far from each other.
  if (/[\s[{,:-]&\S/.test(text) && /[\s[{,:-]\*\S/.test(text)) return undefined;
  const { tree } = quickTree(text);
  if (tree?.kind !== 'map') return undefined;
  const cuts: Cut[] = [];
  const kept = new Map<string, ReadonlySet<string>>();
  let out = 0;
  for (const [index, { key, value }] of tree.entries.entries()) {
    if (value.kind !== 'map' || value.flow || value.entries.length < longSection) continue;
    const next = tree.entries[index + 1];
    const end = next === undefined ? text.length : lineStart(text, next.keyStart);
    const asked = new Set(paths.filter((path) => path[0] === key && path.length > 1).map((path) => String(path[1])));
    kept.set(key, asked);
    for (const { start, stop } of runsOf(text, value, asked, end)) {
      cuts.push({ at: start - out, text: text.slice(start, stop) });
      out += stop - start;
    }
  }
  if (cuts.length === 0) return undefined;
  return windowOf(file, without(text, cuts), cuts, kept, lineEndOf(text));
}

/** The runs of whole entries that are left out. */
function runsOf(text: string, map: MapNode, asked: ReadonlySet<string>, end: number) {
  const { entries } = map;
  const isAsked = entries.map(({ key }) => asked.has(key));
  const runs: { start: number; stop: number }[] = [];
  for (let index = 1; index < entries.length - lastEntries; index += 1) {
    if (isAsked[index - 1] || isAsked[index] || isAsked[index + 1]) continue;
    const start = lineStart(text, entries[index]!.keyStart);
    const stop = index + 1 < entries.length ? lineStart(text, entries[index + 1]!.keyStart) : end;
    const last = runs.at(-1);
    if (last?.stop === start) last.stop = stop;
    else runs.push({ start, stop });
  }
  return runs;
}

function without(text: string, cuts: readonly Cut[]): string {
  const parts: string[] = [];
  let [at, from] = [0, 0];
  for (const cut of cuts) {
    parts.push(text.slice(at, at + cut.at - from));
    at += cut.at - from + cut.text.length;
    from = cut.at;
  }
  return parts.join('') + text.slice(at);
}

function windowOf(
  file: string,
  part: string,
  cuts: readonly Cut[],
  kept: ReadonlyMap<string, ReadonlySet<string>>,
  eol: TextDocument['eol'],
): Window {
  return {
    document: { ...openDocument(file, part), eol },
    covers: ([section, key]) => key === undefined || (kept.get(String(section))?.has(String(key)) ?? true),
    after: (splices) => {
      const moved: Cut[] = [];
      for (const cut of cuts) {
        if (splices.some(({ start, end }) => start <= cut.at && cut.at <= end)) return undefined;
        const before = splices.filter(({ end }) => end < cut.at);
        moved.push({
          ...cut,
          at: before.reduce((at, { start, end, text }) => at + text.length - (end - start), cut.at),
        });
      }
      const now = applySplices(part, splices);
      return { text: withCuts(now, moved), window: windowOf(file, now, moved, kept, eol) };
    },
  };
}

function withCuts(part: string, cuts: readonly Cut[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const cut of cuts) {
    parts.push(part.slice(at, cut.at), cut.text);
    at = cut.at;
  }
  parts.push(part.slice(at));
  return parts.join('');
}
