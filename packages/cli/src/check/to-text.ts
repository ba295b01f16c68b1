import type { Diagnostic } from '@surety/core/case';
import { countFindings, renderCounts, renderFinding } from '../render/findings.js';
import type { Style } from '../render/style.js';
import { counted } from '../render/text.js';
import type { Checked } from './checked.js';
import { notJudged } from './not-judged.js';

/** Each finding with its place, and a summary where one is wanted. */
export function toText({ text, findings, asOf }: Checked, style: Style, summary: boolean): string {
  const hinted = new Set<string>();
  const lines = findings.map((finding) => {
    const kind = hintKind(finding);
    const isNew = !hinted.has(kind);
    hinted.add(kind);
    return renderFinding(finding, text.places, style, isNew);
  });
  if (summary) {
    const counts = renderCounts(countFindings(findings), style);
    lines.push(`${findings.length === 0 ? '' : '\n'}${counts} in ${counted(text.files.length, 'file')}, as of ${asOf}`);
    const more = notJudged(text);
    if (more !== undefined) lines.push(more);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Hints that differ in ids only say the same: the first of them is read, and further ones make a long list longer. */
function hintKind({ code, hint = '', element }: Diagnostic): string {
  const plain = hint.replace(/(--[a-z]+) [^\s`]+/g, '$1');
  return `${code} ${element === undefined ? plain : plain.replaceAll(element, '')}`;
}
