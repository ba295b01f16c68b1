import type { AssessedCase } from './load-case.js';
import { ownVersion } from './version.js';

/** Endings of files that a report can be written to. */
export const reportEndings = ['.html', '.md'] as const;

export function isReportFile(file: string): boolean {
  return reportEndings.some((ending) => file.toLowerCase().endsWith(ending));
}

/** The report as the ending of the file asks for it. */
export async function writeReport({ case: of, assessment, findings }: AssessedCase, file: string): Promise<string> {
  const [{ renderHtml, renderMarkdown }, { coverage }] = await Promise.all([
    import('@surety/core/report'),
    import('@surety/core/rules'),
  ]);
  const input = { case: of, assessment, findings, coverage: coverage(of), version: ownVersion() };
  return file.toLowerCase().endsWith('.md') ? renderMarkdown(input) : renderHtml(input);
}
