// Makes a parser of the expression language from its grammar, which the parser that is used is tested against.
// `node scripts/generate-grammar.mjs` writes it; with `--check` it only says whether the committed one is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildParserFile } from '@lezer/generator';

const folder = new URL('../packages/core/src/expression/', import.meta.url);
const grammar = new URL('expression.grammar', folder);
const target = new URL('grammar.generated.testing.ts', folder);

/** The text of the generated parser. */
export function generateGrammar() {
  const { parser } = buildParserFile(readFileSync(grammar, 'utf8'), {
    fileName: 'expression.grammar',
    moduleStyle: 'es',
    typeScript: true,
    warn: (message) => {
      throw new Error(message);
    },
  });
  const body = parser.split('\n').slice(1).join('\n').trimEnd();
  return `// Generated from expression.grammar by scripts/generate-grammar.mjs; do not edit.\n${body}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = generateGrammar();
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('grammar.generated.testing.ts is out of date: run node scripts/generate-grammar.mjs');
    process.exitCode = 1;
  }
}
