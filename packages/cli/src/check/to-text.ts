import { countFindings, renderCounts, renderFinding } from '../render/findings.js';
import type { Style } from '../render/style.js';
import { counted } from '../render/text.js';
import type { Checked } from './checked.js';
import { notJudged } from './not-judged.js';

/** Each finding with its place, and a summary where one is wanted. */
export function toText({ text, findings, asOf }: Checked, style: Style, summary: boolean): string {
  const lines = findings.map((finding) => renderFinding(finding, text.places, style));
  if (summary) {
    const counts = renderCounts(countFindings(findings), style);
    lines.push(`${findings.length === 0 ? '' : '\n'}${counts} in ${counted(text.files.length, 'file')}, as of ${asOf}`);
    const more = notJudged(text);
    if (more !== undefined) lines.push(more);
  }
  return lines.map((line) => `${line}\n`).join('');
}
