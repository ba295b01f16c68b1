/**
 * Stands in for the measuring of text in the bundle, which leaves its tables out: the texts of nodes were measured
 * before, and only words at links are still cut to one line. Widths are averages of the font.
 */
export function textWidth(text: string, weight: 'regular' | 'semibold', size: number): number {
  return text.length * size * (weight === 'semibold' ? 0.55 : 0.53);
}

export function oneLine(
  text: string,
  { size }: { readonly size: number },
  most: number,
): { text: string; width: number } {
  const room = Math.floor(most / textWidth('n', 'regular', size));
  const characters = [...text];
  const line =
    characters.length <= room
      ? text
      : `${characters
          .slice(0, room - 1)
          .join('')
          .trimEnd()}…`;
  return { text: line, width: textWidth(line, 'regular', size) };
}
