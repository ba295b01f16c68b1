import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type FigureFlags, figureOptions } from '../figure/options.js';
import { paintTo } from '../figure/paint-to.js';
import { assessCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, wholeNumber } from '../options.js';
import { refuse, unknownName } from '../refuse.js';
import { renderMacrosystem } from '../render/macrosystem.js';
import { cleaned } from '../render/text.js';
import { during, type Session, unusable } from '../session.js';

interface Options extends FigureFlags {
  readonly asOf: string;
  readonly seed: number;
  readonly outcome?: string;
  readonly top: number;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Say which subsystems must misbehave together for each outcome, how likely that is, and how interactions are settled; with -o, draw the system.',
    )
    .argument(...caseArgument)
    .addOption(new Option('--outcome <ID>', 'only this outcome; in the picture, point out its sets'))
    .addOption(new Option('--top <NUMBER>', 'most sets to list').default(12).argParser(wholeNumber(1)))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('sets and interactions', 'macrosystem'))
    .action(act(showMacrosystem));
  figureOptions(command);
  examples(
    command,
    'surety macrosystem examples/watchdogs --outcome exfiltration',
    'surety macrosystem examples/watchdogs --outcome backdoor -o system.svg',
  );
};

async function showMacrosystem(session: Session, path: string, options: Options): Promise<ExitCode> {
  const { asOf, seed, outcome: wanted, output } = options;
  const assessed = await assessCase(session, path, options);
  if (!assessed.ok) return refuse(session, assessed);
  const { case: of, measures, assessment } = assessed.value;
  const ids = assessment.outcomes.map(({ id }) => id);
  if (wanted !== undefined && !ids.includes(wanted)) return unknownName(session, 'outcome', wanted, ids);
  if (ids.length === 0) return unusable(session, 'the case names no outcome, so there is nothing to go wrong');
  if (output !== undefined && of.system.length === 0)
    return unusable(
      session,
      'the case lists no subsystem, so there is nothing to draw',
      'Name them in the section `system`.',
    );
  const { macrosystem } = await import('@surety/core/macrosystem');
  const whole = await during(session, 'Looking for what must go wrong together', () =>
    macrosystem(of, measures, { asOf, seed }, assessment),
  );
  const outcomes = whole.outcomes.filter(({ outcome }) => wanted === undefined || outcome === wanted);
  const interactions = whole.interactions.filter(({ outcome }) => wanted === undefined || outcome === wanted);
  if (output !== undefined) {
    const { systemFigure, systemPicture } = await import('@surety/core/figure');
    const picture = systemPicture(of, wanted === undefined ? undefined : outcomes[0]);
    const code = await paintTo(session, systemFigure(picture, options.width), options);
    if (code !== exitCode.good || output === '-') return code;
  }
  if (options.json === true) {
    const { quantified } = whole;
    const data = { format: 'surety-macrosystem/1', asOf, seed, quantified, outcomes, interactions };
    session.print(JSON.stringify(data, null, 2));
  } else session.print(renderMacrosystem(cleaned({ outcomes, interactions }), options.top, session));
  return exitCode.good;
}
