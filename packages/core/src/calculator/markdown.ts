import type { Calculator, Example } from './calculator.js';
import { topics } from './calculator.js';
import { commandOf, optionName } from './command-of.js';
import type { Parameter } from './parameter.js';
import { type QuantityFunction, signatureOf } from './quantity-function.js';
import { expectation } from './read-inputs.js';

/** The manual's page about calculators, made from their data. */
export function calculatorsMarkdown(calculators: readonly Calculator[]): string {
  const sections = [
    '# Calculators',
    '<!-- generated from the calculators: npm run generate -->',
    'Arithmetic of safety cases, to use by itself and in a case. `surety calc` lists the calculators, `surety calc NAME --help` explains one, `--json` prints its results as data, and `-o FILE.svg` draws those that have a picture. What stands under *In a case* can be called by a quantity of a case ([the text of a case](format.md)); it is the same code.',
    'A function rises or falls with its arguments as told. To be on the safe side take the end of each that makes the doubt larger, or a distribution of it. An argument outside of its range is a finding at that argument. Every example below is run by a test, and what it is checked against stands beside it.',
    ...topics.flatMap((topic) => [
      `## ${topic[0]!.toUpperCase()}${topic.slice(1)}`,
      ...calculators.filter((each) => each.topic === topic).map(section),
    ]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(of: Calculator): string {
  const { source } = of;
  return [
    `### ${of.name}`,
    `${of.title}.`,
    table(
      ['option', 'what it is', 'takes', 'default'],
      of.parameters.map((each) => [`\`${optionName(each.name)}\``, each.text, expectation(each), defaultText(each)]),
    ),
    of.formula.map((line) => `- ${line}`).join('\n'),
    `Source: ${source.source} (${source.provenance}): ${source.value}.`,
    ...of.cautions.map((line) => `> ${line}`),
    `\`\`\`sh\n${of.examples.map((each) => exampleText(of, each)).join('\n')}\n\`\`\``,
    ...(of.functions.length === 0 ? [] : [functionTable(of.functions)]),
  ].join('\n\n');
}

function exampleText(of: Calculator, example: Example): string {
  const gives = Object.entries(example.gives).map(([name, value]) => `${name} ${value}`);
  return `${commandOf(of, example)}\n# ${gives.join(', ')} (${example.oracle})`;
}

function functionTable(functions: readonly QuantityFunction[]): string {
  return table(
    ['in a case', 'what it gives', 'rises with', 'falls with', 'example'],
    functions.map((each) => [
      `\`${signatureOf(each)}\``,
      `${each.text}${each.needs === undefined ? '' : ` Needs ${each.needs}.`}`,
      each.rises.join(', '),
      each.falls.join(', '),
      `\`${each.name}(${each.example.values.map(short).join(', ')})\` = ${short(each.example.value)}`,
    ]),
  );
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function defaultText(parameter: Parameter): string {
  return 'default' in parameter && parameter.default !== undefined ? String(parameter.default) : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
