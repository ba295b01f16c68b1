import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessCase, readCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, wholeNumber } from '../options.js';
import { refuse, unknownName } from '../refuse.js';
import { renderMacrosystem } from '../render/macrosystem.js';
import { cleaned } from '../render/text.js';
import { during, type Session, unusable } from '../session.js';
import { type FigureFlags, figureProblem, writeFigure } from '../write-figure.js';

interface Options extends FigureFlags {
  readonly asOf: string;
  readonly seed: number;
  readonly outcome?: string;
  readonly top: number;
  readonly output?: string;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Say which subsystems must misbehave together for each outcome, how likely that is, and how interactions are settled; or draw the system.',
    )
    .argument(...caseArgument)
    .addOption(new Option('--outcome <ID>', 'only this outcome; in the picture, point out its sets'))
    .addOption(new Option('--top <NUMBER>', 'most sets to list').default(12).argParser(wholeNumber(1)))
    .addOption(new Option('-o, --output <FILE>', 'draw the system into this SVG file (- for stdout)').conflicts('json'))
    .addOption(new Option('--theme <THEME>', 'colours').choices(['light', 'dark', 'auto']).default('auto'))
    .addOption(new Option('--no-font', 'leave out the font (some 37 kB); text then needs a similar one'))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('sets and interactions', 'macrosystem'))
    .action(act(showMacrosystem));
  examples(
    command,
    'surety macrosystem examples/watchdogs --outcome escape',
    'surety macrosystem examples/watchdogs --outcome escape -o system.svg',
  );
};

async function showMacrosystem(session: Session, path: string, options: Options): Promise<ExitCode> {
  const { outcome: wanted, output } = options;
  if (output !== undefined) {
    const problem = figureProblem(output);
    if (problem !== undefined) return unusable(session, ...problem);
    if (wanted === undefined) return drawSystem(session, path, output, options);
  }
  const assessed = await assessCase(session, path, options);
  if (!assessed.ok) return refuse(session, assessed);
  const { case: of, measures, assessment } = assessed.value;
  const ids = assessment.outcomes.map(({ id }) => id);
  if (wanted !== undefined && !ids.includes(wanted)) return unknownName(session, 'outcome', wanted, ids);
  const { macrosystem } = await import('@surety/core/macrosystem');
  const whole = await during(session, 'Looking for what must go wrong together', () =>
    macrosystem(of, measures, options, assessment),
  );
  const outcomes = whole.outcomes.filter(({ outcome }) => wanted === undefined || outcome === wanted);
  const interactions = whole.interactions.filter(({ outcome }) => wanted === undefined || outcome === wanted);
  if (output !== undefined) {
    if (of.system.length === 0) return noSystem(session);
    const { systemFigure, systemPicture } = await import('@surety/core/figure');
    return writeFigure(session, output, systemFigure(systemPicture(of, outcomes[0])), options);
  }
  if (options.json === true) {
    const { asOf, seed } = options;
    const { quantified } = whole;
    session.print(
      JSON.stringify({ format: 'surety-macrosystem/1', asOf, seed, quantified, outcomes, interactions }, null, 2),
    );
    return exitCode.good;
  }
  if (outcomes.length === 0) return unusable(session, 'the case names no outcome, so there is nothing to go wrong');
  session.print(renderMacrosystem(cleaned({ outcomes, interactions }), options.top, session));
  return exitCode.good;
}

/** Without an outcome nothing needs to be computed. */
async function drawSystem(session: Session, path: string, output: string, flags: FigureFlags): Promise<ExitCode> {
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { case: of } = read.value;
  if (of === null) return refuse(session, { ok: false, problems: [], text: read.value });
  if (of.system.length === 0) return noSystem(session);
  const { systemFigure, systemPicture } = await import('@surety/core/figure');
  return writeFigure(session, output, systemFigure(systemPicture(of)), flags);
}

function noSystem(session: Session): ExitCode {
  return unusable(session, 'the case lists no subsystem', 'Name them in the section `system`.');
}
