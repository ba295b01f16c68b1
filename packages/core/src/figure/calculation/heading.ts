import { type Shape, wrappedText } from '../kit/index.js';

/** The title of a figure and a line below it, and where the plot can start. */
export function heading(
  title: string,
  below: string,
  width: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const first = wrappedText({ text: title, x: 16, y: 28, weight: 'semibold' }, width - 32, 2);
  const second = wrappedText({ text: below, x: 16, y: 28 + first.height, small: true, tone: 'soft' }, width - 32, 6);
  return { shapes: [...first.shapes, ...second.shapes], bottom: 28 + first.height + second.height + 4 };
}
