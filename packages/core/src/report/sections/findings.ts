import type { Diagnostic, Severity } from '../../case/index.js';
import {
  type Block,
  badge,
  type Cell,
  cell,
  cellOf,
  code,
  type Line,
  paragraph,
  type Tone,
  table,
} from '../document.js';
import { elementLink, type View } from '../view.js';
import { counted, listed, sentence } from '../words.js';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const tones: Record<Severity, Tone> = { error: 'bad', warning: 'open', info: 'plain' };

/** What the rules found, errors first; what a waiver covers is listed all the same. */
export function findings(view: View): readonly Block[] {
  const all = severities.flatMap((severity) => view.findings.filter((finding) => finding.severity === severity));
  if (all.length === 0) return [paragraph('The rules found nothing.')];
  const waived = all.filter((finding) => finding.waived !== undefined).length;
  const counts = severities.flatMap((severity) => {
    const count = all.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [severity === 'info' ? `${count} for information` : counted(count, severity)];
  });
  const rows = table(
    'What the rules found, errors first',
    ['Severity', 'Finding', 'Where', 'Rule'],
    all,
    (finding) => ({
      cells: [
        cell(badge(tones[finding.severity], finding.severity)),
        messageCell(finding),
        placeCell(view, finding),
        cell(code(finding.code)),
      ],
    }),
  );
  return [paragraph(`${all.length} in all: ${listed(counts)}; ${waived} of them waived.`), rows];
}

function messageCell({ message, hint, waived }: Diagnostic): Cell {
  const lines: Line[] = [coded(sentence(message))];
  if (hint !== undefined) lines.push(coded(sentence(hint)));
  if (waived !== undefined) {
    const by = waived.by === undefined ? '' : ` by ${waived.by}`;
    lines.push([
      badge('plain', 'waived'),
      sentence(` until ${waived.until}${by}: ${waived.because ?? 'no reason is given'}`),
    ]);
  }
  return cellOf(lines);
}

/** Messages put words of the notation between backticks. */
function coded(text: string): Line {
  return text.split(/`([^`]+)`/).flatMap((part, at) => (part === '' ? [] : [at % 2 === 1 ? code(part) : part]));
}

function placeCell(view: View, { element, range }: Diagnostic): Cell {
  const place: Line = [`${range.file}, line ${range.start.line}`];
  return cellOf(element === undefined ? [place] : [[elementLink(view, element)], place]);
}
