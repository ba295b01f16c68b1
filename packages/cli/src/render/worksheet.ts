import type { WorksheetRow } from '@surety/core/worksheet';
import type { Style } from './style.js';
import { cleaned, wrap } from './text.js';

/** The worksheet, one block a row: a table of seven columns of prose would not fit on a terminal. */
export function renderWorksheet(
  rows: readonly WorksheetRow[],
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  if (rows.length === 0)
    return 'The case has no worksheet. surety fmea export writes an empty one to fill in, surety fmea import takes it back.';
  return cleaned(rows)
    .map(({ subsystem, mode, cause, effect, outcome, detection, arguedBy }, at) => {
      const lines = [
        ['why', cause],
        ['what follows', effect],
        ['outcome', outcome],
        ['noticed by', detection],
        ['argued by', arguedBy ?? 'nothing'],
      ].flatMap(([name, text]) =>
        text === undefined ? [] : [wrap(`${style.dim(`${name}:`)} ${text}`, width, '   ', '     ')],
      );
      return [wrap(`${style.bold(subsystem)}: ${mode}`, width, `${at + 1}. `, '   '), ...lines].join('\n');
    })
    .join('\n');
}
