import type { Severity } from '@surety/core/case';
import colors from 'picocolors';

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
  const { bold, dim, red, green, yellow, cyan } = colors.createColors(enabled);
  return { enabled, bold, dim, red, green, yellow, cyan };
}

/** The colour of a severity; the word itself is always there too. */
export function severityPaint(style: Style, severity: Severity): Paint {
  if (severity === 'error') return style.red;
  return severity === 'warning' ? style.yellow : style.cyan;
}
