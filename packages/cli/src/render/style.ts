import type { Severity } from '@surety/core/case';

type Paint = (text: string) => string;

/** Colours by role; every one is the identity where there is no colour. */
export interface Style {
  readonly enabled: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

export function makeStyle(enabled: boolean): Style {
  const paint = (begin: number, end: number): Paint => (enabled ? painted(`\u001b[${begin}m`, `\u001b[${end}m`) : same);
  return {
    enabled,
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  };
}

const same: Paint = (text) => text;

/** What ends a colour within the text begins this one again. */
function painted(begin: string, end: string): Paint {
  return (text) => `${begin}${text.replaceAll(end, end + begin)}${end}`;
}

/** The colour of a severity; the word itself is always there too. */
export function severityPaint(style: Style, severity: Severity): Paint {
  if (severity === 'error') return style.red;
  return severity === 'warning' ? style.yellow : style.cyan;
}
