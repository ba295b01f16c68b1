import type { OutcomeAssessment, Reason } from '@surety/core/doubt';
import { someOf } from '@surety/core/shown';
import { bullet, type Canvas } from './canvas.js';
import { counted, listed } from './text.js';

/** Reasons of one kind that are written out; of further ones the number is. */
const mostOfAKind = 5;

/** Why the verdict is what it is, in its order; what blocks says so. */
export function reasonLines({ reasons, unassessed }: OutcomeAssessment, canvas: Canvas): string[] {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const reason of reasons) {
    // Steps that nobody assessed are one line together.
    if (reason.code === 'inference-unassessed') continue;
    const kind = `${reason.code} ${reason.blocks}`;
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    if (before < mostOfAKind) lines.push(reasonLine(reason, canvas));
    else if (before === mostOfAKind) lines.push(moreLine(reason, reasons, canvas));
  }
  const listedSteps = reasons.some(({ code }) => code === 'inference-unassessed');
  if (listedSteps) {
    const steps = counted(unassessed.length, 'inference step');
    lines.push(bullet(`Nobody assessed ${steps}, counted as sound: ${listed(someOf(unassessed))}`, canvas));
  }
  return lines;
}

function reasonLine({ text, blocks }: Reason, canvas: Canvas): string {
  if (!blocks) return bullet(text, canvas);
  const mark = '! BLOCKS:';
  return bullet(`BLOCKS: ${text}`, canvas, '!').replace(mark, canvas.style.red(mark));
}

function moreLine({ code, blocks }: Reason, reasons: readonly Reason[], canvas: Canvas): string {
  const all = reasons.filter((reason) => reason.code === code && reason.blocks === blocks).length;
  return bullet(
    `and ${all - mostOfAKind} more of this kind (${code}${blocks ? ', blocking' : ''})`,
    canvas,
    blocks ? '!' : '-',
  );
}
