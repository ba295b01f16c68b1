import { type CutSets, cutSetsInWords } from '@surety/core/doubt';
import { formatProbability } from './numbers.js';
import type { Style } from './style.js';
import { counted, listed, padEnd, padStart, wrap } from './text.js';
import type { Words } from './words.js';

/** `Likeliest ways to be wrong, if every leg counts in full (14 minimal cut sets of the argument as written: 3 of one and 11 of two)` */
export function cutSetHeading({ count, byOrder }: CutSets, quantified: boolean): string {
  const ways = `${quantified ? 'Likeliest' : 'Smallest'} ways to be wrong`;
  if (count === undefined) return `${ways}, ${cutSetsInWords('minimal cut sets, too many to count,', '')}`;
  const orders = (byOrder ?? []).flatMap((sets, at) => (sets === '0' ? [] : [`${sets} of ${numberWord(at + 1)}`]));
  return `${ways}, ${cutSetsInWords(counted(count, 'minimal cut set'), listed(orders), byOrder?.length === 1)}`;
}

function numberWord(n: number): string {
  return ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][n - 1] ?? String(n);
}

/** The likeliest sets, each with what would have to be wrong together. */
export function renderCutSets(
  sets: CutSets,
  most: number,
  words: Words,
  indent: string,
  width: number,
  style: Style,
): string[] {
  const shown = sets.top.slice(0, most);
  const numbers = shown.map(({ probability }) => (probability === undefined ? '' : formatProbability(probability)));
  const column = Math.max(0, ...numbers.map((text) => text.length));
  const rank = String(shown.length).length;
  const lines = shown.flatMap(({ elements }, at) => {
    const head = `${indent}${padStart(String(at + 1), rank)}. ${padEnd(numbers[at] ?? '', column)}${column === 0 ? '' : '  '}`;
    const rest = ' '.repeat(head.length);
    return elements.map((id, member) => {
      const joint = member === 0 ? '' : 'and ';
      return wrap(`${joint}${style.bold(id)}: ${words.leaf(id)}`, width, member === 0 ? head : rest, `${rest}  `);
    });
  });
  if (!sets.topIsProved)
    lines.push(wrap('A limit was met: a set as likely as these may be missing here.', width, indent));
  return lines;
}
