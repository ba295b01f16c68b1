import { type HorizonAxis, horizonAxes } from '@surety/core/case';
import type { Horizon } from '@surety/core/horizon';
import { InvalidArgumentError, Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type FigureFlags, figureOptions } from '../figure/options.js';
import { paintTo } from '../figure/paint-to.js';
import { assessable, type CheckedCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, wholeNumber } from '../options.js';
import { refuse, unknownName } from '../refuse.js';
import { renderHorizon } from '../render/horizon.js';
import { listed, wrap } from '../render/text.js';
import { during, type Session, unusable } from '../session.js';

interface Options extends FigureFlags {
  readonly asOf: string;
  readonly seed: number;
  readonly over?: HorizonAxis;
  readonly subsystem?: string;
  readonly from?: number;
  readonly to?: number;
  readonly points: number;
  readonly outcome?: string;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Show the verdict of every outcome along an axis: where it turns, and which claims give way there. The same seed and trials at every value.',
    )
    .argument(...caseArgument)
    .addOption(
      new Option('--over <AXIS>', 'what is moved (else all of them, one after the other)').choices(horizonAxes),
    )
    .addOption(new Option('--subsystem <ID>', 'with --over capability: only this one (else all that state one)'))
    .addOption(new Option('--from <NUMBER>', 'low end of the range').argParser(anyNumber))
    .addOption(new Option('--to <NUMBER>', 'high end of the range').argParser(anyNumber))
    .addOption(
      new Option('--points <NUMBER>', 'values to look at before flips are refined').default(41).argParser(fewPoints),
    )
    .addOption(new Option('--outcome <ID>', 'only this outcome'));
  figureOptions(command);
  command
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('all points and flips', 'horizon'))
    .action(act(horizon));
  examples(
    command,
    'surety horizon examples/coding-agent',
    'surety horizon examples/coding-agent --over tasks',
    'surety horizon examples/coding-agent --over capability --subsystem coder --to 12',
    'surety horizon examples/coding-agent --over tasks --outcome destruction -o horizon.svg',
  );
};

function anyNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('Expected a number.');
  return value;
}

/** Each is an assessment, and takes its time. */
const mostPoints = 1000;

function fewPoints(text: string): number {
  const value = wholeNumber(2)(text);
  if (value > mostPoints) throw new InvalidArgumentError(`Expected at most ${mostPoints}.`);
  return value;
}

async function horizon(session: Session, path: string, options: Options): Promise<ExitCode> {
  const checked = await assessable(session, path, options.asOf);
  if (!checked.ok) return refuse(session, checked);
  const { case: of, measures } = checked.value;
  const ids = of.outcomes.map(({ id }) => id);
  const { outcome, over: axis, subsystem, asOf, seed, from, to, points } = options;
  if (outcome !== undefined && !ids.includes(outcome)) return unknownName(session, 'outcome', outcome, ids);
  if (axis === undefined) return everyAxis(session, checked.value, options);
  const { horizonOf } = await import('@surety/core/horizon');
  const found = await during(session, 'Looking along the axis', (say) =>
    horizonOf(
      of,
      measures,
      { axis, ...(subsystem === undefined ? {} : { subsystem }) },
      {
        asOf,
        seed,
        points,
        ...(outcome === undefined ? {} : { outcome }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        progress: (judged) => say(`Looking along the axis: ${judged} verdicts`),
      },
    ),
  );
  if ('code' in found) {
    const { message, expected, nearest } = found;
    return unusable(
      session,
      message,
      nearest !== undefined ? `Did you mean ${nearest}?` : expected === undefined ? undefined : `Expected: ${expected}`,
    );
  }
  if (options.output !== undefined) {
    const code = await draw(session, found, options);
    if (code !== exitCode.good) return code;
  }
  if (options.json === true)
    session.print(JSON.stringify({ format: 'surety-horizon/1', asOf, seed, ...found }, null, 2));
  else if (options.output !== '-') session.print(renderHorizon(found, session));
  return exitCode.good;
}

/** Options that only make sense for one axis. */
const ofOneAxis = ['subsystem', 'from', 'to', 'output', 'json'] as const;

/** All axes in words; where nothing moves along one, a line says so. */
async function everyAxis(session: Session, checked: CheckedCase, options: Options): Promise<ExitCode> {
  const needless = ofOneAxis.find((name) => options[name] !== undefined);
  if (needless !== undefined)
    return unusable(session, `--${needless} needs to know the axis`, `Say --over ${listed(horizonAxes, 'or')}.`);
  const { asOf, seed, points, outcome } = options;
  const { horizonsOf, movesAlong } = await import('@surety/core/horizon');
  const asked = { asOf, seed, points, ...(outcome === undefined ? {} : { outcome }) };
  const found = await during(session, 'Looking along all axes', (say) =>
    horizonsOf(checked.case, checked.measures, asked, say),
  );
  const moving = found.filter(({ outcomes }) => outcomes.some(movesAlong));
  const still = found.filter((one) => !moving.includes(one)).map(({ over }) => over.axis);
  const without = horizonAxes.filter((axis) => !found.some(({ over }) => over.axis === axis));
  const lines = [
    ...(still.length === 0
      ? []
      : [
          `Nothing in the argument depends on ${listed(still, 'or')}: that says that the case does not consider it, not that it does not matter. A claim says up to where it holds by \`holdsUntil\`, and a quantity moves with what it is computed from (\`exposure.tasks\`, \`window.days\`)`,
        ]),
    ...(without.length === 0 ? [] : [`The case states no value of ${listed(without, 'or')}`]),
  ];
  session.print(
    [
      ...moving.map((one) => renderHorizon(one, session)),
      ...(lines.length === 0 ? [] : [lines.map((line) => wrap(line, session.width, '- ', '  ')).join('\n')]),
    ].join('\n\n'),
  );
  return exitCode.good;
}

async function draw(session: Session, found: Horizon, flags: FigureFlags): Promise<ExitCode> {
  const { horizonFigure } = await import('@surety/core/figure');
  return paintTo(session, horizonFigure(found, flags.width), flags);
}
