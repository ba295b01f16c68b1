import type { TextLine } from '../types.js';
import { escapeXml } from './escape-xml.js';
import { px } from './print-number.js';

const looks: Readonly<Record<TextLine['look'], string>> = {
  name: 'name',
  text: '',
  tag: 'small',
  doubt: 'small',
  away: 'small soft',
  sign: 'small soft',
  letter: 'name soft',
};
const sides = { start: '', middle: 'mid', end: 'end' };
/** In text that runs to the left, what starts stands at the right. */
const sidesOfRtl = { start: 'rtl end', middle: 'rtl mid', end: 'rtl' };

/** One line of text as an element of its own, so that what is read without tags keeps its words apart. */
export function paintText({ text, x, y, look, anchor, tone, rtl }: TextLine, more = ''): string {
  const names = `${looks[look]} ${tone ?? ''} ${(rtl ? sidesOfRtl : sides)[anchor]} ${more}`.trim();
  const classes = names === '' ? '' : ` class="${names.replace(/ {2,}/g, ' ')}"`;
  return `<text x="${px(x)}" y="${px(y)}"${classes}>${escapeXml(text)}</text>`;
}
