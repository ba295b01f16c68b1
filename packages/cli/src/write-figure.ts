import { resolve } from 'node:path';
import type { Figure } from '@surety/core/figure';
import { type ExitCode, exitCode } from './exit-code.js';
import { clean } from './render/text.js';
import { type Session, unusable } from './session.js';

/** How a figure is to be painted. */
export interface FigureFlags {
  readonly theme: 'light' | 'dark' | 'auto';
  /** False for `--no-font`. */
  readonly font: boolean;
}

/** Why a figure cannot be written to such a file. */
export function figureProblem(output: string): readonly [string, string] | undefined {
  if (output === '-' || /\.svg$/i.test(output)) return undefined;
  return [`${output}: a picture ends in .svg`, 'For example: -o system.svg, or -o - for stdout'];
}

/** Writes a figure as SVG into a file, as a whole or not at all, or to stdout. */
export async function writeFigure(
  session: Session,
  output: string,
  figure: Figure,
  { theme, font }: FigureFlags,
): Promise<ExitCode> {
  const { paintFigure } = await import('@surety/core/figure');
  const svg = paintFigure(figure, { theme, font: font ? 'embed' : 'none' });
  const size = `${Math.ceil(figure.width)} × ${Math.ceil(figure.height)} pixels, ${Math.ceil(Buffer.byteLength(svg) / 1000)} kB`;
  if (output === '-') {
    session.io.out.write(svg);
    return exitCode.good;
  }
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, output), svg);
  if (problem !== undefined) return unusable(session, describe({ ...problem, file: output }));
  if (!session.quiet) session.note(`Wrote ${clean(output)}: ${size}`);
  return exitCode.good;
}
