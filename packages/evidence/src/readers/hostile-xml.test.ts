import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import type { ProblemCode } from '../problem.js';
import { temporaryFolder } from '../temporary.testing.js';
import { onlyProblem, resultFaults } from './problem.testing.js';
import { readFile } from './read.js';

const location = join(temporaryFolder(), 'source');

function read(reader: string, content: string) {
  writeFileSync(location, content);
  return readFile(location, { path: 'source', reader, limits: { ...defaultLimits, lineBytes: 300_000 } });
}

/** What each format puts around a value and around elements. */
const forms: readonly (readonly [
  reader: string,
  value: (text: string) => string,
  inside: (elements: string) => string,
])[] = [
  [
    'junit',
    (text) => `<testsuite><testcase name="${text}"/></testsuite>`,
    (elements) => `<testsuite><testcase name="t">${elements}</testcase></testsuite>`,
  ],
  [
    'open-psa',
    (text) => `<opsa-mef><define-basic-event name="${text}"><float value="0.1"/></define-basic-event></opsa-mef>`,
    (elements) => `<opsa-mef><label>${elements.replace(/(<[/]?)a\b/g, '$1label')}</label></opsa-mef>`,
  ],
];

const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

describe('entities and document types', () => {
  const declared: readonly (readonly [string, string, string])[] = [
    ['a billion laughs', `<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]>`, '&l9;'],
    ['one long entity used often', `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(50_000)}">]>`, '&x;'.repeat(5000)],
    ['a file of the system', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an address', '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', '&x;'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///dev/zero"> %x;]>', 'a'],
    ['an external subset', '<!DOCTYPE a SYSTEM "file:///dev/random">', 'a'],
    ['an entity that holds itself', '<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]>', '&x;'],
    ['a document type alone', '<!DOCTYPE a>', 'a'],
    ['a document type without end', `<!DOCTYPE a [${'<!ENTITY x "y">'.repeat(50_000)}`, 'a'],
  ];
  for (const [what, doctype, text] of declared) {
    test.each(forms)(`${what}: %s`, async (reader, value) => {
      const result = await read(reader, `<?xml version="1.0"?>\n${doctype}\n${value(text)}`);
      if (what.endsWith('without end')) expect(resultFaults(result, 'source')).toEqual([]);
      else expect(onlyProblem(result, 'source', 'xml-unsafe').line).toBeGreaterThanOrEqual(2);
      expect(result.ok).toBe(false);
    });
  }

  test.each(forms)('references to what is not declared, or no character: %s', async (reader, value) => {
    for (const text of [
      '&x;',
      '&l9;',
      '&#0;',
      '&#x110000;',
      '&#xD800;',
      '&#1;',
      '&',
      '&#;',
      `&#${'9'.repeat(1000)};`,
      '<',
    ])
      onlyProblem(await read(reader, value(text)), 'source', 'xml-syntax');
    for (const text of ['&amp;', '&#65;', '&#x1F600;', '&quot;'])
      expect((await read(reader, value(text))).ok).toBe(true);
  });
});

describe('sizes', () => {
  const many = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at)).join('');
  const large: readonly (readonly [string, string, ProblemCode])[] = [
    ['elements 10^5 deep', '<a>'.repeat(1e5), 'text-too-long'],
    ['10^4 attributes', `<a ${many(1e4, (at) => `a${at}="1" `)}/>`, 'text-too-long'],
    ['an attribute of 600 kB', `<a b="${'x'.repeat(600_000)}"/>`, 'text-too-long'],
    ['a name of 600 kB', `<${'x'.repeat(600_000)}/>`, 'text-too-long'],
    ['a text of 600 kB', `<a>${'x'.repeat(600_000)}</a>`, 'text-too-long'],
    ['a comment of 600 kB', `<!--${'x'.repeat(600_000)}-->`, 'text-too-long'],
    ['CDATA of 600 kB', `<a><![CDATA[${']'.repeat(600_000)}]]></a>`, 'text-too-long'],
    ['an instruction of 600 kB', `<?a ${'x'.repeat(600_000)}?>`, 'text-too-long'],
    ['one attribute twice', '<a b="1" b="2"/>', 'xml-syntax'],
    ['tags that cross', '<a><b></a></b>', 'xml-syntax'],
    ['a tag that ends where the text does', '<a b="', 'xml-syntax'],
    ['a control character', '<a b="\u0001"/>', 'xml-syntax'],
  ];
  for (const [what, elements, code] of large) {
    test.each(forms)(`${what}: %s`, async (reader, _value, inside) => {
      const problem = onlyProblem(await read(reader, inside(elements)), 'source', code);
      expect([problem.line, problem.column]).not.toContain(undefined);
    });
  }

  test.each(forms)('10^5 elements, comments and instructions are within bounds: %s', async (reader, _value, inside) => {
    for (const elements of ['<!---->', '<?a?>', ' '])
      expect(resultFaults(await read(reader, inside(elements.repeat(100_000))), 'source')).toEqual([]);
  });

  test.each(forms)('other encodings than UTF-8: %s', async (reader, value) => {
    for (const encoding of ['UTF-16', 'ISO-8859-1', 'EBCDIC', 'x'.repeat(1000)])
      onlyProblem(
        await read(reader, `<?xml version="1.0" encoding="${encoding}"?>${value('a')}`),
        'source',
        'xml-unsafe',
      );
  });
});
