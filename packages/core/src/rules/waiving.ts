import type { Finding, IsoDate, Waiver } from '../case/index.js';

/** Findings about waivers cannot be waived themselves. */
export const aboutWaivers: ReadonlySet<string> = new Set([
  'unknown-rule',
  'unknown-waived',
  'waiver-incomplete',
  'waiver-expired',
  'waiver-unused',
]);

/** Whether the waiver is for this finding, whatever its date: its rule, and its place where it names one. */
export function isFor(waiver: Waiver, finding: Finding): boolean {
  if (waiver.rule !== finding.code || aboutWaivers.has(finding.code)) return false;
  return waiver.at === undefined || subjectsOf(finding).includes(waiver.at);
}

/** Whether the waiver holds on the day: until its date, that day included. One without a date never does. */
export function holds(waiver: Waiver, asOf: IsoDate): boolean {
  return waiver.until !== undefined && asOf <= waiver.until;
}

/** Sections whose entries have a name of their own. */
const named = new Set(['outcomes', 'system', 'evidence', 'quantities', 'indicators', 'riskCases', 'patterns']);

/** What a waiver may call the place of a finding: its element, or the entry of the section where it stands. */
function subjectsOf(finding: Finding): readonly string[] {
  const [section, name] = finding.at.path;
  const entry = typeof section === 'string' && named.has(section) && typeof name === 'string' ? [name] : [];
  return finding.element === undefined ? entry : [finding.element, ...entry];
}
