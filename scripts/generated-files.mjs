/** What is made from code: pairs of path and text. Needs the built packages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { viewerModule } from './bundle-viewer.mjs';
import { formatMarkdown } from './format-markdown.mjs';
import { generateGrammar } from './generate-grammar.mjs';
import { root } from './setup.mjs';

export async function generated() {
  const built = (path) => import(new URL(`../packages/core/dist/${path}/index.js`, import.meta.url));
  const { textCodes } = await built('language');
  const { catalogueJsonSchema, toJsonSchema } = await built('schema');
  const { rulesMarkdown } = await built('rules');
  const { calculators, calculatorsMarkdown } = await built('calculator');
  const { builtInCatalogue, catalogueMarkdown, sixStepsMarkdown } = await built('catalogue');
  const { blocksFigure, collectiveFigure, paintFigure } = await built('figure');
  const { caseTemplates, templatesMarkdown } = await built('skeleton');
  const { readers, readersMarkdown } = await import(new URL('../packages/evidence/dist/index.js', import.meta.url));
  const schema = toJsonSchema();
  return [
    ['schema/case.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ['schema/catalogue.schema.json', `${JSON.stringify(catalogueJsonSchema(), null, 2)}\n`],
    ['docs/format.md', `${formatMarkdown(schema)}\n${codesMarkdown(textCodes)}`],
    ['docs/rules.md', rulesMarkdown()],
    ['docs/calculators.md', calculatorsMarkdown(calculators)],
    ['docs/catalogue.md', catalogueMarkdown(builtInCatalogue)],
    ['docs/images/figures/blocks.svg', paintFigure(blocksFigure(builtInCatalogue.blocks))],
    ['docs/images/figures/collective.svg', paintFigure(collectiveFigure(builtInCatalogue))],
    ['docs/templates.md', templatesMarkdown(caseTemplates)],
    ['docs/framework.md', frameworkPage(sixStepsMarkdown())],
    ['docs/readers.md', readersPage(readersMarkdown(readers))],
    ['packages/core/src/expression/grammar.generated.testing.ts', generateGrammar()],
    ['packages/core/src/report/html/viewer.generated.ts', await viewerModule()],
    ['packages/cli/template/case.yaml', readFileSync(join(root, 'examples/minimal/case.yaml'), 'utf8')],
  ];
}

/** The page about the framework is written by hand around what the six steps ask. */
function frameworkPage(steps) {
  const file = 'docs/framework.md';
  const [from, to] = ['<!-- generated from the catalogue: npm run generate -->', '<!-- end of what is generated -->'];
  return between(file, readFileSync(join(root, file), 'utf8'), from, to, `\n${steps}\n`);
}

/** The page about readers is written by hand around its table of formats and its example, which is a file that tests run. */
function readersPage(formats) {
  const file = 'docs/readers.md';
  const example = readFileSync(join(root, 'docs/own-reader/attempts.mjs'), 'utf8').trim();
  const page = readFileSync(join(root, file), 'utf8');
  const withFormats = between(
    file,
    page,
    '<!-- generated from the readers: npm run generate -->',
    '<!-- end of what is generated -->',
    `\n${formats}`,
  );
  const [from, to] = ['<!-- example: docs/own-reader/attempts.mjs -->', '<!-- end of the example -->'];
  return between(file, withFormats, from, to, `\n\`\`\`js\n${example}\n\`\`\`\n`);
}

/** The text with something else between two marks. */
function between(file, text, from, to, inside) {
  const [start, end] = [text.indexOf(from) + from.length, text.indexOf(to)];
  if (start < from.length || end < start) throw new Error(`${file} has no ${from} … ${to}`);
  return `${text.slice(0, start)}\n${inside}\n${text.slice(end)}`;
}

function codesMarkdown(codes) {
  const rows = Object.entries(codes).map(
    ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning.replaceAll('|', '\\|')} |`,
  );
  return ['## What bad text gets', '', '| code | severity | what is wrong |', '|---|---|---|', ...rows, ''].join('\n');
}
