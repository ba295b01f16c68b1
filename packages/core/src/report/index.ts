import { buildDocument } from './build.js';
import { printHtml } from './html/document.js';
import type { ReportInput } from './input.js';
import { printMarkdown } from './markdown/document.js';

export { criterionOf, type PercentileHeld } from './criterion.js';
export type { ReportInput } from './input.js';
export { cutSetsInWords, legInWords, pathSetInWords } from './legs-in-words.js';

/**
 * The report as one HTML file that stands by itself: no script, nothing that it loads. Pure: the same input gives the
 * same bytes. All text of the case is escaped.
 */
export function renderHtml(input: ReportInput): string {
  return printHtml(buildDocument(input));
}

/** The same report in GitHub-flavoured Markdown, the verdict first. */
export function renderMarkdown(input: ReportInput): string {
  return printMarkdown(buildDocument(input));
}
