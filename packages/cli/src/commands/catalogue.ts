import type { BuildingBlock, Catalogue, Entry } from '@surety/core/catalogue';
import type { Figure } from '@surety/core/figure';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type FigureFlags, figureOptions } from '../figure/options.js';
import { paintTo } from '../figure/paint-to.js';
import { assessCase, readCase } from '../load-case.js';
import { asOfOption, examples, jsonOption, seedOption } from '../options.js';
import { refuse, unknownName } from '../refuse.js';
import { renderBlock, renderEntry, renderList, renderRanking } from '../render/catalogue.js';
import { type Session, unusable } from '../session.js';

const figureNames = ['blocks', 'categories', 'collective'] as const;
type FigureName = (typeof figureNames)[number];

interface Options extends FigureFlags {
  readonly category?: string;
  readonly lists?: boolean;
  readonly pattern?: boolean;
  readonly case?: string;
  readonly figure?: FigureName;
  readonly asOf: string;
  readonly seed: number;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .argument('[NAME]', 'a building block, or an entry of a list, to explain it')
    .addOption(
      new Option('--category <CATEGORY>', 'only building blocks of this category').choices([
        'inability',
        'control',
        'trustworthiness',
        'deference',
      ]),
    )
    .option('--lists', 'the lists beside the building blocks: outcomes, assumptions, interactions, types')
    .option('--case <CASE>', 'with the catalogue file that this case names')
    .addOption(
      new Option(
        '--figure <FIGURE>',
        'draw building blocks by their labels, the categories that a case leans on, or collective strategies',
      ).choices(figureNames),
    );
  figureOptions(command);
  command
    .addOption(asOfOption(io))
    .addOption(seedOption())
    .option('--pattern', 'the skeleton of the building block as a pattern of GSN, in YAML')
    .addOption(jsonOption('the catalogue', 'catalogue'))
    .action(act(showCatalogue));
  examples(
    command,
    'surety catalogue',
    'surety catalogue monitoring',
    'surety catalogue --lists',
    'surety catalogue monitoring --pattern',
  );
};

async function showCatalogue(session: Session, name: string | undefined, options: Options): Promise<ExitCode> {
  const { blockOf, listsOf, ranked } = await import('@surety/core/catalogue');
  const { category, json } = options;
  if (options.figure !== undefined) return drawFigure(session, options.figure, options);
  if (options.output !== undefined)
    return unusable(session, 'a file is for a figure', `Say which: --figure ${figureNames.join(', ')}.`);
  const picked = await catalogueOf(session, options.case);
  if (typeof picked === 'number') return picked;
  const blocks = ranked(picked.blocks)
    .map(({ block }) => block)
    .filter((block) => category === undefined || block.category === category);
  const lists = listsOf(picked);
  const found: BuildingBlock | Entry | undefined =
    name === undefined
      ? undefined
      : (blockOf(picked, name) ?? lists.flatMap(([, entries]) => entries).find(({ id }) => id === name));
  if (name !== undefined && found === undefined) {
    const known = [...blocks, ...lists.flatMap(([, entries]) => entries)].map(({ id }) => id);
    return unknownName(session, 'entry of the catalogue', name, known);
  }
  if (options.pattern === true) return printPattern(session, found);
  if (json === true) {
    const shown = found === undefined ? { ...picked, blocks } : found;
    session.print(JSON.stringify({ format: 'surety-catalogue/1', catalogue: shown }, null, 2));
  } else if (found !== undefined) {
    session.print('claim' in found ? renderBlock(found, session) : renderEntry(found, session));
  } else if (options.lists === true) {
    session.print(lists.map(([title, entries]) => renderList(title, entries, session)).join('\n\n'));
  } else {
    session.print(renderRanking(blocks, session));
    if (!session.quiet)
      session.print('\nsurety catalogue NAME explains a block, and where each of its labels comes from.');
  }
  return exitCode.good;
}

async function printPattern(session: Session, found: BuildingBlock | Entry | undefined): Promise<ExitCode> {
  if (found === undefined || !('claim' in found)) {
    return unusable(session, 'only a building block has a pattern', 'Name one: surety catalogue monitoring --pattern.');
  }
  const { blockPattern, yamlOf } = await import('@surety/core/skeleton');
  session.print(yamlOf({ patterns: { [found.id]: blockPattern(found, { challenges: true }) } }).trimEnd());
  return exitCode.good;
}

/** The built-in catalogue, or that of a case; the exit code where the case cannot be used. */
async function catalogueOf(session: Session, path: string | undefined): Promise<Catalogue | ExitCode> {
  if (path === undefined) return (await import('@surety/core/catalogue')).builtInCatalogue;
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  return text.case === null ? refuse(session, { ok: false, problems: [], text }) : text.catalogue;
}

async function drawFigure(session: Session, name: FigureName, options: Options): Promise<ExitCode> {
  if (options.output === undefined)
    return unusable(session, 'a figure needs a file', 'For example: -o blocks.svg, or -o - for stdout');
  const figure = await figureOf(session, name, options);
  return typeof figure === 'number' ? figure : paintTo(session, figure, options);
}

async function figureOf(session: Session, name: FigureName, options: Options): Promise<Figure | ExitCode> {
  const { blocksFigure, categoriesFigure, collectiveFigure } = await import('@surety/core/figure');
  if (name !== 'categories') {
    const catalogue = await catalogueOf(session, options.case);
    if (typeof catalogue === 'number') return catalogue;
    const blocks = catalogue.blocks.filter(
      ({ category }) => options.category === undefined || category === options.category,
    );
    return name === 'blocks' ? blocksFigure(blocks, options.width) : collectiveFigure(catalogue, options.width);
  }
  if (options.case === undefined)
    return unusable(session, 'whose categories are to be drawn is not said', 'For example: --case my-case');
  const assessed = await assessCase(session, options.case, options);
  if (!assessed.ok) return refuse(session, assessed);
  const { case: of, assessment, catalogue } = assessed.value;
  return categoriesFigure(of, assessment, catalogue.categories, options.width);
}
