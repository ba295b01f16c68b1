import { cardStyle } from './style-card.js';
import { pageStyle } from './style-page.js';
import { tableStyle } from './style-table.js';

/** The whole style sheet; its digest stands in the content security policy. */
export const style = `${pageStyle}${cardStyle}${tableStyle}`;
