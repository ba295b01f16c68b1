import type { OutcomeDiff, OutcomeSide, WordHunk } from '@surety/core/diff';
import type { Fact } from '@surety/core/diff/told';
import {
  type ChangeLine,
  changeBlocks,
  countsInWords,
  cutSetWords,
  doubtWords,
  evidenceWords,
  isNews,
} from '@surety/core/diff/told';
import { escapeMarkdown } from '@surety/core/report';
import type { Comparison } from '../../compare/comparison.js';
import { formatProbability } from '../numbers.js';
import { wordsOf } from '../words.js';

/** Most characters: what a comment on a pull request takes, with room for what others put around it. */
const mostCharacters = 60_000;
/** Longest piece of text from a case. */
const longestText = 600;

/**
 * A comparison as a comment on a pull request (GitHub-flavoured Markdown): the verdicts first, then why, and everything
 * that changed folded below. Everything that a case says is escaped: it makes no markup, mentions nobody, links nowhere.
 */
export function comparisonMarkdown(comparison: Comparison): string {
  const { before, after, changes, assessments } = comparison;
  const { outcomes = [] } = assessments ?? {};
  const counts = countsInWords(changes);
  const head = [
    `### ${safe(after.case.title)}: ${safe(before.name)} → ${safe(after.name)}`,
    counts === '' ? 'The two say the same.' : `What changed: ${counts}.`,
    assessments === undefined ? '' : `Both assessed as of ${assessments.asOf} with seed ${assessments.seed}.`,
  ];
  const parts: readonly Part[] = [
    { lines: [...head.filter((line) => line !== '').flatMap((line) => [line, '']), ...verdictTable(outcomes)] },
    { lines: outcomes.flatMap(reasons) },
    folded('Doubts that moved', doubtLines(comparison)),
    folded(
      'Evidence that is not as it was',
      (assessments?.evidence ?? []).map((one) => `- ${safe(evidenceWords(one))}`),
    ),
    ...changeBlocks(changes, before.case, after.case).map(({ title, lines }) => folded(title, lines.map(changeLine))),
    folded(
      'Notes',
      [...before.notes, ...after.notes].map((text) => `- ${safe(text)}`),
    ),
  ];
  return bounded(parts);
}

/** Lines that stand below a title that opens them, or openly. */
interface Part {
  readonly title?: string;
  readonly lines: readonly string[];
}

function folded(title: string, lines: readonly string[]): Part {
  return { title, lines };
}

/** As many lines as there is room for, in order; what is left out is counted at the end. */
function bounded(parts: readonly Part[]): string {
  const room = mostCharacters - 200;
  let text = '';
  let left = 0;
  for (const { title, lines } of parts) {
    if (lines.length === 0) continue;
    const open = title === undefined ? '' : `<details><summary>${title} (${lines.length})</summary>\n\n`;
    const close = title === undefined ? '\n' : '\n</details>\n\n';
    let used = text.length + open.length + close.length;
    const kept: string[] = [];
    for (const line of lines) {
      if (left > 0 || used + line.length + 1 > room) {
        left += 1;
        continue;
      }
      used += line.length + 1;
      kept.push(line);
    }
    if (kept.length > 0) text += `${open}${kept.join('\n')}\n${close}`;
  }
  const note =
    left === 0
      ? ''
      : `${left} more ${left === 1 ? 'line is' : 'lines are'} left out here: \`surety diff --json\` has all.\n`;
  return `${text}${note}`.trimEnd();
}

function verdictTable(outcomes: readonly OutcomeDiff[]): readonly string[] {
  if (outcomes.length === 0) return [];
  return [
    '| outcome | verdict | declared doubt | threshold |',
    '| --- | --- | --- | --- |',
    ...outcomes.map(({ id, before, after }) => {
      const cell = (value: (side: OutcomeSide) => string | undefined) =>
        pair(before && value(before), after && value(after));
      return `| **${safe(id)}** | ${[
        cell(({ verdict }) => verdict),
        cell(({ number }) => (number === undefined ? undefined : formatProbability(number))),
        cell(({ threshold }) => (threshold === undefined ? undefined : formatProbability(threshold.probability))),
      ].join(' | ')} |`;
    }),
  ];
}

function pair(before: string | undefined, after: string | undefined): string {
  if (before === after) return after ?? '–';
  return `${before ?? '–'} → **${after ?? '–'}**`;
}

function reasons({ sentence, reasonsCame, reasonsWent, cutSetsCame, cutSetsWent }: OutcomeDiff): readonly string[] {
  const news = [
    ...reasonsCame.filter(isNews).map(({ text, blocks }) => `now${blocks ? ', and it blocks' : ''}: ${safe(text)}`),
    ...reasonsWent.filter(isNews).map(({ text, blocks }) => `no longer${blocks ? ' (it blocked)' : ''}: ${safe(text)}`),
    ...cutSetsCame.map((set) => `among the likeliest cut sets now: ${safe(cutSetWords(set))}`),
    ...cutSetsWent.map((set) => `no longer among the likeliest cut sets: ${safe(cutSetWords(set))}`),
  ];
  return [`- ${safe(sentence)}`, ...news.map((line) => `  - ${line}`)];
}

function doubtLines({ after, assessments }: Comparison): readonly string[] {
  const words = wordsOf(after.case);
  return (assessments?.elements ?? []).map(
    (one) => `- **${safe(one.id)}** ${safe(doubtWords(one))}: ${safe(words.element(one.id))}`,
  );
}

function changeLine({ change, name, text, facts }: ChangeLine): string {
  const said = text === '' ? '' : `: ${safe(text)}`;
  return [`- ${change} **${safe(name)}**${said}`, ...facts.map((fact) => `  - ${factMarkdown(fact)}`)].join('\n');
}

function factMarkdown({ label, text }: Fact): string {
  const isSwap = text.length === 2 && text[0]?.kind === 'removed' && text[1]?.kind === 'added';
  const words = text.map(hunk).join(isSwap ? ' → ' : '');
  return label === '' ? words : `${safe(label)}: ${words}`;
}

function hunk({ kind, text }: WordHunk): string {
  if (kind === 'same') return safe(text);
  return kind === 'removed' ? `<del>${safe(text)}</del>` : `<ins>${safe(text)}</ins>`;
}

/** Text of a case in one line: no markup, and nothing that the host of the comment would make a mention or a link of. */
function safe(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  const apart = '<!-- -->';
  return escapeMarkdown(short)
    .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${apart}`)
    .replace(/#(?=\d)/g, `#${apart}`)
    .replace(/\b(GH)-(?=\d)/gi, `$1-${apart}`)
    .replaceAll('://', `:${apart}//`)
    .replace(/\bwww\./gi, `www${apart}.`)
    .replace(/\b(?=[0-9a-f]{7,40}\b)([0-9a-f]{6})/g, `$1${apart}`);
}
