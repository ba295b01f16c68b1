import type { Severity } from '@surety/core/case';
import { someOf } from '@surety/core/shown';
import { countFindings, renderCounts, renderFinding } from '../render/findings.js';
import { verdictPaint } from '../render/outcome.js';
import type { Places } from '../render/place.js';
import type { Style } from '../render/style.js';
import { clean, counted, listed, wrap } from '../render/text.js';
import type { SignRecord } from './record.js';
import type { Subject } from './subject.js';

const mostFindings = 12;
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What is about to be signed, so that nobody signs what they have not seen. */
export function renderSubject(
  { element, of, counts, outcomes, findings, unassessed }: Subject,
  { role, who, date }: SignRecord,
  { style, width, places }: { readonly style: Style; readonly width: number; readonly places: Places },
): string {
  const line = (text: string) => wrap(clean(text), width, '  ', '    ');
  const parts = [
    counted(counts.elements, 'element'),
    counted(counts.evidence, 'piece of evidence', 'pieces of evidence'),
    counted(counts.quantities, 'quantity', 'quantities'),
  ];
  const most = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const left = most.length - mostFindings;
  return [
    style.bold(
      clean(`${element === undefined ? 'The whole case' : element.id}, signed by ${who} as ${role} on ${date}`),
    ),
    ...(element === undefined ? [] : [line(element.text)]),
    line(`${element === undefined ? 'It holds' : 'With all that it rests on:'} ${listed(parts)}`),
    line(of),
    ...outcomes.flatMap(({ verdict, id, text, statement }) => [
      `  ${verdictPaint(style, verdict)(style.bold(verdict.toUpperCase()))} ${clean(`${id}: ${text}`)}`,
      wrap(clean(statement), width, '    '),
    ]),
    ...(outcomes.length === 0 ? [line('No outcome hangs on it')] : []),
    `  Open findings: ${renderCounts(countFindings(findings), style)}`,
    ...most.slice(0, mostFindings).map((finding) => indented(renderFinding(finding, places, style))),
    ...(left > 0 ? [line(`and ${left} more (surety check)`)] : []),
    line(
      unassessed.length === 0
        ? 'Every inference step in it was assessed'
        : `Nobody assessed ${counted(unassessed.length, 'inference step')}: ${listed(someOf(unassessed))}`,
    ),
  ].join('\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((one) => `    ${one}`)
    .join('\n');
}
