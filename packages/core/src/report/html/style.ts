import { figureStyle as drawingStyle } from '../../figure/index.js';
import { cardStyle } from './style-card.js';
import { figureStyle } from './style-figure.js';
import { pageStyle } from './style-page.js';
import { printStyle } from './style-print.js';
import { tableStyle } from './style-table.js';

/** The whole style sheet; its digest stands in the content security policy. */
export function styleFor({ drawings }: { readonly drawings: boolean }): string {
  return `${pageStyle}${cardStyle}${tableStyle}${drawings ? `${figureStyle}${drawingStyle()}` : ''}${printStyle}`;
}
