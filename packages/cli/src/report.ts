import type { Audience, ReportInput } from '@surety/core/report';
import type { AssessedCase } from './load-case.js';
import { ownVersion } from './version.js';

/** Endings of files that a report can be written to. */
export const reportEndings = ['.html', '.md', '.json'] as const;
export type ReportEnding = (typeof reportEndings)[number];

export function reportEnding(file: string): ReportEnding | undefined {
  return reportEndings.find((ending) => file.toLowerCase().endsWith(ending));
}

/** Everything that a report of the case is made from. */
export async function reportInput(assessed: AssessedCase): Promise<ReportInput> {
  const { gatherReport } = await import('@surety/core/report');
  return gatherReport({ ...assessed, version: ownVersion() });
}

/** The report in the form that the ending of its file asks for. */
export async function renderReport(input: ReportInput, ending: ReportEnding, audience?: Audience): Promise<string> {
  const { renderHtml, renderJson, renderMarkdown } = await import('@surety/core/report');
  if (ending === '.json') return renderJson(input);
  return ending === '.md' ? renderMarkdown(input, audience) : renderHtml(input, audience);
}
