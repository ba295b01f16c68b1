import type { TornadoBar } from '@surety/core/doubt';
import { type Canvas, indent } from './canvas.js';
import { formatNumber, formatProbability } from './numbers.js';
import { table } from './table.js';

const most = 5;

/** The uncertain inputs that move the claim's doubt most: each where it is lowest and highest, with the doubt there. */
export function tornadoLines(tornado: readonly TornadoBar[], { style }: Canvas): string[] {
  if (tornado.length === 0) return [];
  const right = 'right' as const;
  const columns = [
    { title: 'input' },
    { title: 'lowest tenth', align: right },
    { title: 'doubt there', align: right },
    { title: 'highest tenth', align: right },
    { title: 'doubt there', align: right },
  ];
  const rows = tornado.slice(0, most).map(({ input, low, high }) => {
    const show = input.kind === 'quantity' ? formatNumber : formatProbability;
    return [
      input.kind === 'quantity' ? input.name : input.leaf,
      show(low.value),
      formatProbability(low.doubt),
      show(high.value),
      formatProbability(high.doubt),
    ];
  });
  return table(columns, rows, `${indent}${indent}`, style.dim);
}
