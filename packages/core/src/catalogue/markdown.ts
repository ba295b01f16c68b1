import type { BuildingBlock } from './block.js';
import type { Catalogue } from './catalogue.js';
import type { Entry } from './entry.js';
import type { Fact } from './fact.js';
import { labelsOf } from './labels.js';
import { marksLegend, provenanceMarks } from './marks.js';
import { ranked } from './rank.js';

/** The manual's page about the catalogue, made from its data: every fact with where it comes from. */
export function catalogueMarkdown(catalogue: Catalogue): string {
  const { blocks, categories } = catalogue;
  const lists = listsOf(catalogue).map(([title, entries]) => listSection(title, entries));
  const sections = [
    ...head(),
    '## The four categories',
    table(
      ['category', 'what it claims', 'where it can carry a case (0 to 10)', 'where that comes from'],
      categories.map(({ title, claim, carries }) => [
        title,
        claim.value,
        `${carries.value.from} to ${carries.value.to}`,
        `${sourceOf(claim)}; range: ${sourceOf(carries)}`,
      ]),
    ),
    '## Building blocks, by rank',
    'A block ranks by the weakest of its three labels, then by all three together.',
    table(
      ['block', 'category', 'practicality', 'maximum strength', 'scalability', 'role'],
      ranked(blocks).map(({ block }) => [
        `[${block.title}](#${block.id})`,
        block.category,
        marked(block.practicality),
        marked(block.strength),
        marked(block.scalability),
        marked(block.role),
      ]),
    ),
    `${escaped(marksLegend(blocks.flatMap((block) => labelsOf(block).map(([, { provenance }]) => provenance))))}.`,
    '![Building blocks by their three labels, each with a sign for where it comes from](images/figures/blocks.svg)',
    ...blocks.map(blockSection),
    ...lists,
    '![Reasons for collective strategies, and the strategies, all of them reconstructions](images/figures/collective.svg)',
  ];
  return `${sections.join('\n\n')}\n`;
}

/** The plain lists of a catalogue, with their titles, in the order of the documentation. */
export function listsOf(catalogue: Catalogue): readonly (readonly [title: string, entries: readonly Entry[]])[] {
  return [
    ['Classes of unacceptable outcomes', catalogue.outcomeClasses],
    ['Deployment assumptions', catalogue.deploymentAssumptions],
    ['Kinds of interaction', catalogue.interactionKinds],
    ['Collective strategies', catalogue.collectiveStrategies],
    ['Reasons for them', catalogue.collectiveReasons],
    ['Types of claims', catalogue.claimTypes],
    ['Types of arguments', catalogue.argumentTypes],
    ['Types of evidence', catalogue.evidenceTypes],
  ];
}

function head(): readonly string[] {
  return [
    '# The catalogue',
    '<!-- Made from packages/core/src/catalogue: npm run generate. -->',
    'What a writer picks from: the categories of argument, building blocks, and lists of what is easily forgotten. Each fact says where it comes from. *From the paper* is what was read in Clymer et al. 2024 (arXiv 2403.10462) or in a source that quotes it; a *reconstruction* is from memory and judgement, and whoever knows better overrides it.',
  ];
}

function blockSection(block: BuildingBlock): string {
  return [
    `### ${block.id}`,
    `**${block.title}** (${block.category}). ${block.idea}`,
    table(
      ['label', 'value', 'why', 'where it comes from'],
      labelsOf(block).map(([name, fact]) => [name, words(fact.value), fact.because ?? '', sourceOf(fact)]),
    ),
    `Claim: ${block.claim}. ${block.strategy}:`,
    block.subclaims
      .map(
        ({ key, text, category, provenance }) =>
          `- \`${key}\` ${text}${category === undefined ? '' : ` (${category})`} *(${provenance})*`,
      )
      .join('\n'),
    `Evidence that it needs: ${block.evidence.join('; ')}.`,
    'Usual defeaters:',
    block.defeaters
      .map(
        ({ text, against, source }) =>
          `- ${text}${against === undefined ? '' : ` (against \`${against}\`)`}. ${source}`,
      )
      .join('\n'),
    `Literature: ${block.literature.join('; ')}.`,
  ].join('\n\n');
}

function listSection(title: string, entries: readonly Entry[]): string {
  return [
    `## ${title}`,
    table(
      ['id', 'what', 'meaning', 'where it comes from'],
      entries.map(({ id, title: name, text }) => [`\`${id}\``, name, text.value, sourceOf(text)]),
    ),
  ].join('\n\n');
}

function marked({ value, provenance }: Fact<string>): string {
  return `${value} ${escaped(provenanceMarks[provenance])}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[*~]/g, '\\$&');
}

function sourceOf({ provenance, source }: Fact<unknown>): string {
  return `${provenance}: ${source}`;
}

function words(value: unknown): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
