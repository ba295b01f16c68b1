import { resolve } from 'node:path';
import type { Had } from '@surety/evidence/git';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type Comparison, compare } from '../compare/comparison.js';
import { type Operand, readOperands } from '../compare/operands.js';
import { loadSide, type Side } from '../compare/side.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import type { Loaded } from '../load-case.js';
import { asOfOption, examples, jsonOption, readersOption, seedOption } from '../options.js';
import { refuse } from '../refuse.js';
import { clean } from '../render/text.js';
import { during, type Session, unusable } from '../session.js';

interface Options {
  readonly asOf: string;
  readonly seed: number;
  readonly case?: string;
  readonly format: 'text' | 'markdown' | 'json';
  readonly json?: boolean;
  readonly assess: boolean;
  readonly diagram?: string;
  readonly exitCode?: boolean;
  readonly failOnWorse?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Compare two states of a case: what changed in it, and what that did to the verdicts. A and B are files, folders or git revisions; A alone is compared with the case as it lies here.',
    )
    .argument('<A>', 'the earlier state: a folder, a file, main, HEAD~3, REVISION:PATH, or A..B for both')
    .argument('[B]', 'the later state')
    .addOption(
      new Option('--case <PATH>', 'the case to look for in a revision').default(undefined, 'the current folder'),
    )
    .addOption(
      new Option('--format <FORMAT>', 'markdown: a comment for a pull request')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .addOption(jsonOption('the comparison', 'diff'))
    .addOption(new Option('--no-assess', 'compare what the cases say only'))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(new Option('--diagram <FILE>', 'also draw both states in one picture (.svg)'))
    .addOption(new Option('--exit-code', 'exit code 1 if the two say different things'))
    .addOption(new Option('--fail-on-worse', 'exit code 1 if a verdict or its number got worse'))
    .action(act(diff));
  examples(
    command,
    'surety diff HEAD',
    'surety diff main HEAD --case cases/agent',
    'surety diff main...feature --format markdown --fail-on-worse',
    'surety diff old-case new-case --no-assess --json',
  );
};

async function diff(session: Session, first: string, second: string | undefined, options: Options): Promise<ExitCode> {
  if (options.failOnWorse === true && !options.assess) {
    return unusable(session, '--fail-on-worse needs the verdicts, which --no-assess leaves out');
  }
  if (options.diagram !== undefined && !options.diagram.toLowerCase().endsWith('.svg')) {
    return unusable(session, `${options.diagram}: a diagram ends in .svg`);
  }
  const { cwd, env } = session.io;
  const operands = await readOperands({
    first,
    ...(second === undefined ? {} : { second }),
    ...(options.case === undefined ? {} : { case: options.case }),
    cwd,
    env,
  });
  const before = await load(session, operands[0], options);
  const after = await load(session, operands[1], options);
  // Both are read before anything is said, so that the errors of both are.
  const a = told(session, before, `A (${nameOf(operands[0], first)})`);
  const b = told(session, after, `B (${nameOf(operands[1], second ?? first)})`);
  if (a === undefined || b === undefined) {
    const readable = (side: Loaded<Side>) => side.ok || (side.text !== undefined && side.text.case !== null);
    if (readable(before) && readable(after)) session.note('--no-assess compares what the two say');
    return exitCode.unusable;
  }
  return report(session, await compare(a, b), options);
}

async function load(session: Session, operand: Had<Operand>, options: Options): Promise<Loaded<Side>> {
  if (operand.ok) return loadSide(session, operand.value, options);
  const { message, hint } = operand.trouble;
  return { ok: false, problems: [hint === undefined ? message : `${message}. ${hint}`] };
}

function nameOf(operand: Had<Operand>, word: string): string {
  return operand.ok ? operand.value.name : word;
}

/** The side, or nothing once it is said what is wrong with it. */
function told(session: Session, side: Loaded<Side>, which: string): Side | undefined {
  if (side.ok) return side.value;
  session.note(`${session.errStyle.bold(clean(which))} cannot be compared:`);
  refuse(session, side);
  return undefined;
}

async function report(session: Session, comparison: Comparison, options: Options): Promise<ExitCode> {
  const { isSame } = await import('@surety/core/diff');
  const { changes, assessments } = comparison;
  const differs = !isSame(changes);
  const worse = assessments?.outcomes.some((outcome) => outcome.worse) ?? false;
  const format = options.json === true ? 'json' : options.format;
  if (options.diagram !== undefined) {
    const problem = await writeDiagram(session, comparison, options.diagram);
    if (problem !== undefined) return unusable(session, problem);
  }
  if (format === 'json') session.print(JSON.stringify(outputOf(comparison, differs, worse), null, 2));
  else if (format === 'markdown') {
    const { comparisonMarkdown } = await import('../render/diff/markdown.js');
    session.print(comparisonMarkdown(comparison));
  } else {
    const { renderComparison } = await import('../render/diff/text.js');
    const { style, width, quiet } = session;
    session.print(renderComparison(comparison, { style, width, brief: quiet }));
  }
  const asked = (options.exitCode === true && differs) || (options.failOnWorse === true && worse);
  return asked ? exitCode.bad : exitCode.good;
}

/** Both states in one picture; what kept it from being written. */
async function writeDiagram(
  session: Session,
  { before, after, changes }: Comparison,
  file: string,
): Promise<string | undefined> {
  const [{ marksOf }, { drawDiagram }, { describe, writeAtomic }] = await Promise.all([
    import('@surety/core/diff'),
    import('@surety/core/diagram'),
    import('@surety/evidence'),
  ]);
  const { assessment } = after;
  const picture = await during(session, 'Drawing', () => {
    const diff = marksOf(before.case, after.case, changes);
    return drawDiagram(diff.union, { diff, ...(assessment === undefined ? {} : { assessment }) });
  });
  const problem = await writeAtomic(resolve(session.io.cwd, file), picture);
  if (problem === undefined && !session.quiet) session.note(`Wrote ${clean(file)}`);
  return problem === undefined ? undefined : describe(problem);
}

function outputOf({ before, after, changes, assessments }: Comparison, differs: boolean, worse: boolean) {
  return {
    format: 'surety-comparison/1',
    before: before.name,
    after: after.name,
    differs,
    worse,
    changes,
    assessments: assessments ?? null,
    notes: [...before.notes, ...after.notes],
  };
}
