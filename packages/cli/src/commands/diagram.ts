import { InvalidArgumentError, Option } from 'commander';
import type { Define } from '../command.js';
import { drawAll, drawOne } from '../diagram/draw.js';
import { type DiagramFlags, needsAssessment } from '../diagram/options.js';
import { sceneOptions } from '../diagram/scene-options.js';
import type { ExitCode } from '../exit-code.js';
import { type AssessedCase, assessCase, type CaseText, type Loaded, readCase } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, wholeNumber } from '../options.js';
import { refuse } from '../refuse.js';
import { type Session, unusable } from '../session.js';

export const define: Define = (command, act, io) => {
  command
    .description('Draw the argument, in the notation of GSN, as an SVG file that stands by itself.')
    .argument(...caseArgument)
    .addOption(new Option('-o, --output <FILE>', 'file to write (- for stdout), or folder with --view all'))
    .addOption(
      new Option('--view <VIEW>', 'the whole argument, its modules, or a file for each module and view')
        .choices(['complete', 'architecture', 'all'])
        .conflicts(['module', 'pattern']),
    )
    .addOption(new Option('--module <NAME>', 'only this module, with away elements').conflicts('pattern'))
    .addOption(new Option('--pattern <ID>', 'a pattern as it is written'))
    .addOption(new Option('--outcome <ID>', 'only the argument for this outcome'))
    .addOption(new Option('--risk-case <OUTCOME>', 'only the risk case of this outcome').conflicts('outcome'))
    .addOption(new Option('--root <ELEMENT>', 'only this element and what stands below it'))
    .addOption(
      new Option('--depth <NUMBER>', 'levels below the top; deeper ones are collapsed').argParser(wholeNumber(0)),
    )
    .addOption(new Option('--collapse <IDS>', 'elements whose subtree becomes one node').argParser(listOf))
    .addOption(new Option('--mask <IDS>', 'elements to draw faintly, or modules to draw as one node').argParser(listOf))
    .addOption(new Option('--layer <NAMES>', 'facts to show: owner, evidence, doubt, inference, …').argParser(listOf))
    .addOption(new Option('--doubt', 'assess the case, and show the doubt of every element'))
    .addOption(
      new Option('--cut-set <RANK>', 'point out a cut set of the outcome, 1 the likeliest').argParser(wholeNumber(1)),
    )
    .addOption(new Option('--path-set', 'point out what carries the outcome by itself').conflicts('cutSet'))
    .addOption(new Option('--theme <THEME>', 'colours').choices(['light', 'dark', 'auto']).default('auto'))
    .addOption(new Option('--no-font', 'leave out the font (some 37 kB); text then needs a similar one'))
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('nodes and edges with their places', 'diagram'))
    .action(act(diagram));
  examples(
    command,
    'surety diagram examples/coding-agent -o case.svg --outcome exfiltration --depth 4 --doubt',
    'surety diagram examples/coding-agent -o cut.svg --outcome sabotage --cut-set 1',
    'surety diagram examples/modules --view all -o pictures/',
  );
};

/** Names with commas between them; several options add up. */
function listOf(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Expected names with commas between them.');
  return [...before, ...names];
}

async function diagram(session: Session, path: string, flags: DiagramFlags): Promise<ExitCode> {
  const wrong = outputProblem(flags);
  if (wrong !== undefined) return unusable(session, ...wrong);
  const loaded: Loaded<CaseText & Partial<Pick<AssessedCase, 'assessment'>>> = needsAssessment(flags)
    ? await assessCase(session, path, flags)
    : await readCase(session, path);
  if (!loaded.ok) return refuse(session, loaded);
  const { case: of, assessment } = loaded.value;
  if (of === null) return refuse(session, { ok: false, problems: [], text: loaded.value });
  const options = await sceneOptions(session, of, assessment, flags);
  if (typeof options === 'number') return options;
  return flags.view === 'all' ? drawAll(session, of, options, flags) : drawOne(session, of, options, flags);
}

/** Where the picture goes must fit what is drawn. */
function outputProblem({ output, view, json }: DiagramFlags): readonly [string, string?] | undefined {
  const isFolder = output !== undefined && output !== '-' && !/\.(svg|json)$/i.test(output);
  if (view === 'all') {
    if (json === true) return ['--json prints one picture, and --view all draws several'];
    return isFolder ? undefined : ['--view all writes several files: name a folder', 'For example: -o pictures/'];
  }
  if (output === undefined) {
    return json === true
      ? undefined
      : ['where to write the picture is not said', 'For example: -o case.svg, or -o - for stdout'];
  }
  if (isFolder) return [`${output}: a picture ends in .svg`, 'A folder takes the pictures of --view all.'];
  return undefined;
}
