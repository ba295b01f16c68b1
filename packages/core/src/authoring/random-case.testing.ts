import fc from 'fast-check';
import type { Files } from './texts.testing.js';

interface Shape {
  readonly children: readonly number[];
  readonly context: boolean;
  readonly style: 'block' | 'flow' | 'list' | 'scalar' | 'nested';
  readonly comment: string;
  readonly more: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  children: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
  context: fc.boolean(),
  style: fc.constantFrom('block', 'flow', 'list', 'scalar', 'nested') as fc.Arbitrary<Shape['style']>,
  comment: fc.constantFrom('', '', '  # beside', ' # é ü'),
  more: fc.nat(5),
});

const between = fc.constantFrom('', '', '\n', '  # at the level of elements\n', '# at the margin\n', '    # deeper\n');

/**
 * A case of goals and strategies over solutions, contexts, challenges, quantities and evidence, in the styles that people
 * write, with comments anywhere, and in one file or two.
 */
export const randomFiles: fc.Arbitrary<Files> = fc
  .record({
    claims: fc.array(shape, { minLength: 3, maxLength: 8 }),
    lines: fc.array(between, { minLength: 12, maxLength: 12 }),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    split: fc.boolean(),
    closed: fc.boolean(),
    apart: fc.boolean(),
    home: fc.boolean(),
  })
  .map(({ claims, lines, eol, bom, split, closed, apart, home }) => {
    const head = `${home && !split ? 'module: { name: home }\n' : ''}surety: 1\n# On top.\ncase: { id: r, title: Random }\noutcomes: { o: { text: It happens, claim: G0, threshold: { probability: 0.01, per: window, approved: { by: board } } } }\nsystem:\n  coder: { kind: model }\n`;
    const argument = ['argument:\n'];
    const written = new Set<number>();
    const leaf = (index: number) =>
      claims[index]!.more === 0 ? 'undeveloped: true' : `doubt: 0.0${claims[index]!.more}`;
    claims.forEach((one, index) => {
      argument.push(lines[index % lines.length]!);
      if (written.has(index)) return;
      argument.push(elementText(one, index));
    });
    function elementText({ children, context, style, comment }: Shape, index: number): string {
      const id = `G${index}`;
      const below = children.map((step) => index + 1 + step).filter((to) => to < claims.length);
      const inContext = context ? (apart ? ['A1'] : ['C1']) : [];
      const label = style === 'block' || style === 'list' || style === 'nested';
      const ids = below.map((to) => `G${to}`);
      if (below.length === 0) {
        const cited = context ? `, inContextOf: [${inContext}]` : '';
        return label
          ? `  ${id}:${comment}\n    text: Claim ${index}\n    ${leaf(index)}${comment}\n${context ? `    inContextOf: [${inContext}]\n` : ''}`
          : `  ${id}: { text: Claim ${index}, ${leaf(index)}${cited} }${comment}\n`;
      }
      const context_ = context ? `    inContextOf:\n      - ${inContext[0]}${comment}\n` : '';
      if (style === 'flow')
        return `  ${id}: { text: Claim ${index}, supportedBy: [ ${ids.join(', ')} ]${context ? `, inContextOf: ${inContext[0]}` : ''} }${comment}\n`;
      if (style === 'scalar' && ids.length === 1)
        return `  ${id}:\n    text: "Claim ${index}"\n    supportedBy: ${ids[0]}${comment}\n${context_}`;
      if (style === 'nested' && below[0] === index + 1 && !written.has(below[0])) {
        written.add(below[0]);
        const nested = `      - id: G${below[0]}${comment}\n        text: Claim ${below[0]}\n        ${leaf(below[0])}\n`;
        const others = ids.slice(1).map((to) => `      - ${to}\n`);
        return `  ${id}:\n    text: Claim ${index}\n    supportedBy:${comment}\n${nested}${others.join('')}${context_}`;
      }
      return `  ${id}:${comment}\n    text: Claim ${index}\n    # inside\n    supportedBy:\n${ids.map((to) => `      - ${to}${comment}\n`).join('')}${context_}`;
    }
    argument.push(
      `  S1: { text: By part, supportedBy: [G${claims.length}] }\n`,
      `  G${claims.length}:\n    text: Last\n    supportedBy: [Sn1, Sn2]\n    inference: 0.01\n`,
      `  Sn1: { text: Tests, evidence: runs, requires: { rate: "<= 0.1" } }\n`,
      lines[9]!,
      `  Sn2:\n    text: >-\n      Reports\n      of it\n    doubt: q\n`,
      `  C1: { text: What it is }\n`,
      `  D1: { text: Tests are old, challenges: G0, status: open }\n`,
    );
    const rest = `patterns:\n  P1:\n    parameters: { part: what is watched }\n    argument:\n      G1: { text: '{part} is watched', supportedBy: [Sn1] }\n      Sn1: { text: 'Log of {part}', doubt: 0.1 }\nquantities:\n  q: { beta: [0.5, 99.5], because: none of 99 }\n  r: 0.1 # plain\nevidence:\n  runs: { source: a.csv, reader: csv }\n${lines[10]}dependence:\n  - { name: team, members: [Sn1, Sn2], beta: 0.1, because: one team }\nwaivers:\n  - { rule: undeveloped, at: G1, because: Soon, by: Ada, until: 2027-01-01 }\n`;
    const assumptions = `assumptions:\n  A1: { text: Nobody asks, doubt: 0.01 }\n`;
    const end = (text: string) => (closed ? text : text.trimEnd()).replaceAll('\n', eol);
    const start = bom ? '\uFEFF' : '';
    const files: Files = split
      ? { 'case.yaml': start + end(head + rest + assumptions), 'more.yaml': end(argument.join('')) }
      : { 'case.yaml': start + end(head + assumptions + argument.join('') + rest) };
    return files;
  });
