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
  const { toJsonSchema } = await built('schema');
  const { rulesMarkdown } = await built('rules');
  const schema = toJsonSchema();
  return [
    ['schema/case.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
    ['docs/format.md', `${formatMarkdown(schema)}\n${codesMarkdown(textCodes)}`],
    ['docs/rules.md', rulesMarkdown()],
    ['packages/core/src/expression/parser.generated.ts', generateGrammar()],
    ['packages/core/src/report/html/viewer.generated.ts', await viewerModule()],
    ['packages/cli/template/case.yaml', readFileSync(join(root, 'examples/minimal/case.yaml'), 'utf8')],
  ];
}

function codesMarkdown(codes) {
  const rows = Object.entries(codes).map(
    ([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning.replaceAll('|', '\\|')} |`,
  );
  return ['## What bad text gets', '', '| code | severity | what is wrong |', '|---|---|---|', ...rows, ''].join('\n');
}
