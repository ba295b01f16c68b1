import type { OutcomeAssessment } from '@surety/core/doubt';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, wholeNumber } from '../options.js';
import { refuse, unknownName } from '../refuse.js';
import type { Canvas } from '../render/canvas.js';
import { cutSetHeading, renderCutSets } from '../render/cut-sets.js';
import { fewerLines } from '../render/dependence.js';
import { cleaned, wrap } from '../render/text.js';
import { wordsOf } from '../render/words.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly outcome?: string;
  readonly top: number;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description('List the minimal cut sets: leaves that, if they are all wrong, take the claim with them.')
    .argument(...caseArgument)
    .addOption(new Option('--outcome <ID>', 'only this outcome'))
    .addOption(new Option('--top <NUMBER>', 'most sets to list').default(20).argParser(wholeNumber(1)))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('the sets', 'cutsets'))
    .action(act(cutSets));
  examples(command, 'surety cutsets examples/coding-agent --outcome sabotage --top 5');
};

async function cutSets(session: Session, path: string, options: Options): Promise<ExitCode> {
  const assessed = await assessCase(session, path, options);
  if (!assessed.ok) return refuse(session, assessed);
  const { assessment, case: of } = assessed.value;
  const { outcome: wanted } = options;
  const ids = assessment.outcomes.map(({ id }) => id);
  if (wanted !== undefined && !ids.includes(wanted)) return unknownName(session, 'outcome', wanted, ids);
  const outcomes = assessment.outcomes.filter(({ id }) => wanted === undefined || id === wanted);
  if (options.json === true) {
    session.print(
      JSON.stringify(
        {
          format: 'surety-cutsets/1',
          asOf: options.asOf,
          seed: options.seed,
          outcomes: outcomes.map((one) => setsOf(one, options.top)),
        },
        null,
        2,
      ),
    );
    return exitCode.good;
  }
  if (outcomes.length === 0)
    return unusable(session, 'the case names no outcome, so there is nothing to be wrong about');
  const words = wordsOf(of);
  const canvas: Canvas = { style: session.style, width: session.width, words };
  const blocks = outcomes.map((outcome) => {
    const { id, text, cutSets: sets, doubt, legs } = cleaned(outcome);
    const head = wrap(`${session.style.bold(id)}: ${text}`, session.width, '', '  ');
    if (sets === undefined) return `${head}\n  No claim, so there is nothing to be wrong.`;
    const lines = renderCutSets(sets, options.top, words, '  ', session.width, session.style);
    const more =
      sets.top.length < options.top && moreThan(sets.count, sets.top.length)
        ? [`  Only the likeliest ${sets.top.length} are kept.`]
        : [];
    const heading = wrap(cutSetHeading(sets, doubt !== undefined), session.width, '  ');
    const fewer = doubt === undefined || lines.length === 0 ? [] : fewerLines({ legs }, canvas);
    return [head, heading, ...lines, ...more, ...fewer].join('\n');
  });
  session.print(blocks.join('\n\n'));
  return exitCode.good;
}

/** Counts may be larger than a number holds. */
function moreThan(count: string | undefined, listed: number): boolean {
  return count === undefined || BigInt(count) > BigInt(listed);
}

function setsOf({ id, claim, cutSets: sets }: OutcomeAssessment, most: number) {
  const cut = sets === undefined ? null : { ...sets, top: sets.top.slice(0, most) };
  return { id, ...(claim === undefined ? {} : { claim }), cutSets: cut };
}
