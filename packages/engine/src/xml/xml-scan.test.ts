import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mutateXml, randomFrom } from '../open-psa/mutate.testing.js';
import { plainXml } from './plain-xml.js';
import { xmlScan } from './xml-scan.js';
import type { XmlProblem } from './xml-types.js';

const limits = { depth: 5, attributes: 3, token: 1000 };
const wide = { depth: 200, attributes: 20, token: 1_000_000 };

/** What was met, and the problem, the text written in pieces of so many characters. */
function scan(
  text: string,
  step = text.length || 1,
  within = limits,
): { readonly met: string[]; readonly problem: XmlProblem | undefined } {
  const met: string[] = [];
  const reading = xmlScan(
    {
      open: ({ name, attributes, line, column }) => {
        met.push(`<${name} ${JSON.stringify(attributes)} ${line}:${column}`);
        return undefined;
      },
      close: (name) => {
        met.push(`/${name}`);
        return undefined;
      },
      text: (found) => {
        if (found.trim() !== '') met.push(found);
        return undefined;
      },
    },
    within,
  );
  let problem: XmlProblem | undefined;
  for (let at = 0; at < text.length && problem === undefined; at += step)
    problem = reading.write(text.slice(at, at + step));
  return { met, problem: problem ?? reading.end() };
}

describe('XML is read as it comes', () => {
  const text = '<?xml version="1.0"?>\n<a>\n  <b c="1"/><d\n e="&lt;2">x &amp; y<![CDATA[<z>]]></d><!-- n --></a>\n';
  test.each([1, 2, 7, 1000])('in pieces of %i', (step) => {
    expect(scan(text, step)).toEqual({
      met: ['<a {} 2:1', '<b {"c":"1"} 3:3', '/b', '<d {"e":"<2"} 4:1', 'x & y', '<z>', '/d', '/a'].map((one) => one),
      problem: undefined,
    });
  });

  test.each<[string, XmlProblem['kind'], RegExp]>([
    ['<!DOCTYPE a><a/>', 'unsafe', /document type/],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'unsafe', /document type/],
    ['<?xml version="1.0" encoding="latin1"?><a/>', 'unsafe', /encoding is latin1/],
    ['<a>&x;</a>', 'syntax', /undefined entity/],
    ['<a><b></a>', 'syntax', /close tag/],
    ['<a', 'syntax', /./],
    ['<a>', 'syntax', /unclosed/],
    ['<a b="1" b="2"/>', 'syntax', /duplicate/],
    ['<a/><b/>', 'syntax', /root/],
    ['<a>\u0001</a>', 'syntax', /character/],
    ['', 'syntax', /root/],
    ['<a><a><a><a><a><a/></a></a></a></a></a>', 'limit', /nested/],
    ['<a b="1" c="2" d="3" e="4"/>', 'limit', /attributes/],
    [`<a>${'x'.repeat(3000)}</a>`, 'limit', /does not end/],
    [`<a b="${'x'.repeat(3000)}"/>`, 'limit', /does not end/],
    [`<!--${'x'.repeat(3000)}--><a/>`, 'limit', /does not end/],
  ])('%j', (bad, kind, message) => {
    const { problem } = scan(bad, 500);
    expect(problem).toMatchObject({ kind });
    expect(problem!.message).toMatch(message);
    expect(problem!.line).toBeGreaterThan(0);
  });

  test('the problem of a handler ends the reading', () => {
    const mine: XmlProblem = { kind: 'syntax', message: 'mine', line: 1, column: 1 };
    let calls = 0;
    const reading = xmlScan(
      {
        open: () => {
          calls += 1;
          return mine;
        },
        close: () => undefined,
      },
      limits,
    );
    expect([reading.write('<a><b/></a>'), calls, reading.end()]).toEqual([mine, 1, mine]);
  });
});

describe('a plain document that comes at once', () => {
  /** The same by the parser of all XML, which reads what comes in pieces. */
  const inPieces = (text: string) => scan(text, Math.max(1, text.length - 1));

  test.each([
    '<a/>',
    '<a b="1" c=""/>\n',
    '<?xml version="1.0"?>\n<!-- first -->\n<a>\n  <b c="1"\n   d="2" />\n text\n<b/>more</a>\n<!-- last -->',
    '<?xml version="1.0" encoding="UTF-8"?><a><b><a>1</a></b> </a>',
    '<a><b></b ></a>',
    '<a\n b="1"/>',
    '<a></a><b/>',
    '<a b="1" b="2"/>',
    '<a __proto__="1"/>',
    '<a></b>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a b="&lt;"/>',
    ' <?xml version="1.0"?><a/>',
    '<a><a><a><a><a><a/></a></a></a></a></a>',
    '<a b="1" c="2" d="3" e="4"/>',
    '',
  ])('is read as in pieces: %j', (text) => {
    expect(scan(text)).toEqual(inPieces(text));
  });

  test('all fixtures, and what can become of them', () => {
    const folder = fileURLToPath(new URL('../../fixtures/open-psa/', import.meta.url));
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => readFileSync(`${folder}${name}`, 'utf8'));
    expect(texts.filter((text) => plainXml(text, wide) !== undefined).length).toBeGreaterThan(15);
    const random = randomFrom(7);
    let met = 0;
    for (let i = 0; i < 600; i++) {
      const text = texts[i % texts.length]!;
      const other = i < texts.length ? text : mutateXml(text, texts[(7 * i) % texts.length]!, random);
      if (plainXml(other, wide) === undefined) continue;
      met++;
      expect(scan(other, other.length, wide)).toEqual(scan(other, Math.max(1, other.length >> 1), wide));
    }
    expect(met).toBeGreaterThan(60);
  });

  test('what comes after it is refused where it stands', () => {
    const reading = xmlScan({ open: () => undefined, close: () => undefined }, limits);
    expect(reading.write('<a>\n</a>')).toBeUndefined();
    expect(reading.write('')).toBeUndefined();
    expect(reading.write('\n<b/>')).toMatchObject({ kind: 'syntax', line: 3 });
  });
});
