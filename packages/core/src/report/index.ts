import { buildDocument } from './build.js';
import { reportData } from './data.js';
import type { Audience, Document } from './document.js';
import { printHtml } from './html/document.js';
import type { ReportInput } from './input.js';
import { printMarkdown } from './markdown/document.js';
import { readAs } from './read-as.js';

export { closeAround, type Domain, placeOf, type Tick, ticksOf } from './axis.js';
export type { OutcomeData, ReportData } from './data.js';
export type { Audience } from './document.js';
export { type Gathered, gatherReport } from './gather.js';
export type { ReportInput } from './input.js';
export type { Line } from './line.js';
export { escapeMarkdown } from './markdown/escape.js';
export { formatFactor, formatNumber, formatShare } from './numbers.js';
export { domainOf, plotOf } from './plot.js';
export type { Lane, Plot } from './plot-type.js';
export { posteriorPlot } from './posterior-plot.js';
export { audiences } from './readings.js';
export { redact } from './redact/redact.js';
export { type ReadRequest, type RedactionRequest, readRequest, redactionLevels } from './redact/request.js';
export type { Withheld, WithheldItem, WithheldShare } from './redact/withheld.js';
export { besidesOf } from './sections/besides.js';
export { intervalWords, measureWords, toneOfState } from './sections/evidence.js';
export { overallOf } from './sections/overall.js';

/**
 * The report as one HTML file that stands by itself: nothing that it loads, and one small script of its own where there
 * is a choice of readers. Without an audience all of them are in it. Pure: the same input gives the same bytes. All text
 * of the case is escaped.
 */
export function renderHtml(input: ReportInput, audience?: Audience): string {
  return printHtml(forReader(input, audience));
}

/** The same report in GitHub-flavoured Markdown, the verdict first; without an audience it is the assessor's. */
export function renderMarkdown(input: ReportInput, audience: Audience = 'assessor'): string {
  return printMarkdown(forReader(input, audience));
}

/** The same report as data: JSON that ends in a line end, as `surety-report/1`. All readers are served by it. */
export function renderJson(input: ReportInput): string {
  return `${JSON.stringify(reportData(input), null, 2)}\n`;
}

function forReader(input: ReportInput, audience: Audience | undefined): Document {
  const document = buildDocument(input, audience);
  return audience === undefined ? document : readAs(document, audience);
}
