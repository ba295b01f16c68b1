import { advances } from './font.generated.js';
import { strangerWidth } from './stranger-width.js';

export type Weight = 'regular' | 'semibold';

const tabled = 0x2400;
/** Strangers are up to a third wider where they are bold. */
const boldness: Readonly<Record<Weight, number>> = { regular: 10, semibold: 13 };
const tables: Readonly<Record<Weight, Uint16Array>> = { regular: tableOf('regular'), semibold: tableOf('semibold') };

/** Pixels that a line takes at a font size in pixels; never less than a browser draws without kerning and ligatures. */
export function textWidth(text: string, weight: Weight, size: number): number {
  const table = tables[weight];
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < tabled) sum += table[code]!;
    else {
      const point = text.codePointAt(at)!;
      if (point > 0xffff) at++;
      sum += strangerWidth(point) * boldness[weight];
    }
  }
  return (sum * size) / 1000;
}

function tableOf(weight: Weight): Uint16Array {
  const table = new Uint16Array(tabled);
  for (let code = 0; code < tabled; code++) table[code] = Math.ceil(strangerWidth(code) * boldness[weight]);
  for (const [first, widths] of advances[weight]) table.set(widths, first);
  return table;
}
