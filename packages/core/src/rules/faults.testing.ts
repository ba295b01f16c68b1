/** Keys of the format in which a letter may go missing; names that authors choose would be another text, not a fault. */
const keys =
  'argument|assumptions|assumes|because|case|category|challenges|claim|combine|confidence|decision|defaults|dependence|' +
  'dismissed|doubt|elicited|evidence|exposure|holdsUntil|inContextOf|indicator|indicators|inference|interactions|kind|' +
  'measure|members|outcome|outcomes|owner|patterns|policy|quantities|requires|review|riskCases|status|subsystem|' +
  'supportedBy|system|threshold|undeveloped|waivers|watches|window';

const wrongValues = ['[1, 2]', '{ a: 1 }', 'null', '5%', 'maybe', '-3'];

/**
 * A text with one fault of the text put in: a key that nobody knows, a mistyped key, a value of another type, a bracket
 * that is not closed, a line that stands twice, an item that is none, ids with commas in place of a list. Undefined where
 * the text has no place for the fault that was drawn.
 */
export function withFault(text: string, random: (below: number) => number): string | undefined {
  const drawn = (places: RegExp): RegExpMatchArray | undefined => {
    const all = [...text.matchAll(places)];
    return all.length === 0 ? undefined : all[random(all.length)];
  };
  const put = (at: RegExpMatchArray | undefined, from: number, length: number, by: string) =>
    at === undefined ? undefined : text.slice(0, at.index! + from) + by + text.slice(at.index! + from + length);
  switch (random(7)) {
    case 0:
      return put(drawn(/\{ /g), 2, 0, 'zzz: 1, ');
    case 1:
      return put(drawn(new RegExp(`\\b(?:${keys}):`, 'g')), 1 + random(3), 1, '');
    case 2: {
      const value = drawn(/: [\w. -]+?(?=[,}\n]| \})/g);
      return put(value, 2, (value?.[0].length ?? 2) - 2, wrongValues[random(wrongValues.length)]!);
    }
    case 3:
      return put(drawn(/[\]}]/g), 0, 1, '');
    case 4: {
      const line = drawn(/^.+\n/gm);
      return put(line, 0, 0, line?.[0] ?? '');
    }
    case 5:
      return put(drawn(/\[\w/g), 1, 0, '{ x: 1 }, ');
    default: {
      const list = drawn(/(?<=^ {4,}\w+: )\[[^\]]*\]$/gm);
      return put(list, 0, list?.[0].length ?? 0, list?.[0].slice(1, -1) ?? '');
    }
  }
}
