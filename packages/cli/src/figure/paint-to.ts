import { resolve } from 'node:path';
import type { Figure } from '@surety/core/figure';
import { type ExitCode, exitCode } from '../exit-code.js';
import { clean } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import type { FigureFlags } from './options.js';

/** Paints a figure into the file that was named, or to stdout. */
export async function paintTo(session: Session, figure: Figure, flags: FigureFlags): Promise<ExitCode> {
  const { output = '-', theme, font } = flags;
  if (output !== '-' && !/\.svg$/i.test(output)) return unusable(session, `${output}: a picture ends in .svg`);
  const { paintFigure } = await import('@surety/core/figure');
  const svg = paintFigure(figure, { theme, ...(font ? {} : { font: 'none' }) });
  if (output === '-') {
    session.io.out.write(svg);
    return exitCode.good;
  }
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, output), svg);
  if (problem !== undefined) return unusable(session, describe(problem));
  if (!session.quiet) session.note(`Wrote ${clean(output)}`);
  return exitCode.good;
}
