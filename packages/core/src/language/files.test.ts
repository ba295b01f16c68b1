import { expect, test } from 'vitest';
import { badTexts } from './bad-texts/bad-texts.testing.js';
import { type TextCode, textCodes } from './codes.js';
import { maxDepth } from './compose.js';
import { parse, type TextFile, usedFiles } from './parse.js';
import { caseOf, head } from './texts.testing.js';

/** Codes that the tests of this file have seen, besides those of the bad texts. */
const seen = new Set<TextCode>(badTexts.flatMap(({ found }) => found.map(({ code }) => code)));

/** What is said about files: `file:line:column code message`. */
function saidAbout(files: readonly TextFile[], options = {}): string[] {
  const parsed = parse(files, options);
  expect(parsed.case === null).toBe(parsed.diagnostics.some(({ severity }) => severity === 'error'));
  return parsed.diagnostics.map(({ code, message, range }) => {
    seen.add(code);
    return `${range.file}:${range.start.line}:${range.start.column} ${code} ${message}`;
  });
}

const one = (text: string | Uint8Array) => saidAbout([{ path: 'a.yaml', text }]);
const bytes = (...values: number[]) => Uint8Array.from(values);

test('a file over the limit is not read', () => {
  expect(one('x'.repeat(16 * 1024 * 1024 + 1))).toEqual([
    'a.yaml:1:1 file-too-large The file has 16 MiB or more, and at most 16 MiB are read.',
  ]);
  const started = performance.now();
  expect(one(new Uint8Array(100 * 1024 * 1024))).toEqual([
    'a.yaml:1:1 file-too-large The file has 100 MiB or more, and at most 16 MiB are read.',
  ]);
  expect(performance.now() - started).toBeLessThan(10_000);
  const small = parse([{ path: 'a.yaml', text: head }], { maxBytes: 10 });
  expect(small.diagnostics[0]?.message).toBe('The file has 36 bytes or more, and at most 10 bytes are read.');
});

test('only UTF-8 is read', () => {
  const utf16 = ['a.yaml:1:1 not-utf8 The file is UTF-16, and only UTF-8 is read.'];
  expect(one(bytes(0xff, 0xfe, 0x61, 0))).toEqual(utf16);
  expect(one(bytes(0xfe, 0xff, 0, 0x61))).toEqual(utf16);
  expect(one(bytes(0x61, 0, 0x3a, 0))).toEqual(utf16);
  expect(one(bytes(0, 0x61, 0, 0x3a))).toEqual(utf16);
  expect(one(bytes(0x61, 0xe9, 0x62))).toEqual([
    'a.yaml:1:1 not-utf8 The file is not UTF-8 (it may be Latin-1, Windows-1252 or binary).',
  ]);
});

test('control characters are not text', () => {
  expect(one('a: b\nc: \0\n')).toEqual([
    'a.yaml:2:4 control-character The file holds the character U+0000, which is not text.',
  ]);
  expect(one('a: \u009f')).toEqual([
    'a.yaml:1:4 control-character The file holds the character U+009F, which is not text.',
  ]);
  expect(one('a: \ud800')).toEqual([
    'a.yaml:1:4 control-character The file holds the character U+D800, which is not text.',
  ]);
  expect(one(`${head}outcomes:\n  o: { text: "é 😀 \u2028" }\n`)).toEqual([]);
});

test('nesting is bounded before anything can overflow', () => {
  const message = `too-deep The text nests deeper than ${maxDepth} levels here, and at most ${maxDepth} are read.`;
  for (const text of ['a: '.concat('['.repeat(10_000)), '{a: '.repeat(10_000), '- '.repeat(10_000)]) {
    expect(one(text)).toEqual([expect.stringContaining(message)]);
  }
  const block = Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth)}a:`)
    .join('\n')
    .slice(0, 2_000_000);
  expect(one(block)).toEqual([expect.stringContaining(message)]);
  const nested = (depth: number) =>
    `${head}patterns: { P: { argument: { G1: { text: a, level: ${'['.repeat(depth)}${']'.repeat(depth)} } } } }\n`;
  expect(one(nested(maxDepth - 5))).toEqual([]);
  expect(one(nested(maxDepth + 5))).toEqual([expect.stringContaining('too-deep')]);
});

test('merge keys are not read', () => {
  expect(one(`${head}argument:\n  G1: &a { text: a }\n  G2:\n    <<: *a\n`)).toEqual([
    'a.yaml:6:5 merge-key Merge keys (`<<`) are not part of YAML 1.2, and are not read.',
  ]);
  expect(one(`${head}argument:\n  G1: { "<<": a, text: b }\n`)).toEqual([
    'a.yaml:4:9 unknown-key Unknown key `<<` in `G1`.',
  ]);
});

test('an anchor bomb is told without setting it off', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 60; i += 1)
    lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
  expect(one(lines.join('\n'))).toEqual([
    expect.stringContaining(
      'anchor-bomb The aliases of this text would expand to 1e60 values, and at most 10000 are read.',
    ),
  ]);
});

test('some file says which format it is, and what the case is', () => {
  expect(one('case: { id: x, title: X }\n')).toEqual([
    'a.yaml:1:1 missing-version No file of the case says `surety: 1`.',
  ]);
  expect(one('surety: 1\n')).toEqual([
    'a.yaml:1:1 missing-case No file of the case says what it is: expected `case` with `id` and `title`.',
  ]);
  expect(saidAbout([])).toEqual([':1:1 no-files There is no text to read; expected at least one file.']);
  const [mend] = parse([{ path: 'a.yaml', text: '\uFEFFcase: { id: x, title: X }\r\n' }]).diagnostics[0]?.fix ?? [];
  expect(mend).toEqual({ file: 'a.yaml', start: 1, end: 1, text: 'surety: 1\r\n' });
});

test('the files of a folder are one text, in the order of their paths', () => {
  const found = caseOf([
    {
      path: 'b.yaml',
      text: 'argument:\n  G2: { text: b, undeveloped: true }\ninteractions: [{ kind: cascade, outcome: o }]\nreview: { required: [assessor] }\n',
    },
    {
      path: 'case.yaml',
      text: 'surety: 1\ncase: { id: x, title: X }\nargument:\n  G3: { text: c, undeveloped: true }\ninteractions: [{ kind: collusion, outcome: o }]\n',
    },
    {
      path: 'a.yaml',
      text:
        'surety: 1\ncase: { owner: me, id: x, title: X }\n'
          .replace('id: x, title: X', '')
          .replace(', ', ' ')
          .replace('case: { owner: me  }\n', '') +
        'argument:\n  G1: { text: a, supportedBy: [G2, G3] }\nreview: { required: [author], signoffs: [{ role: author, who: me, of: "sha256:1" }] }\n',
    },
  ]);
  expect(found.elements.map(({ id, origin }) => `${origin.file} ${id}`)).toEqual([
    'a.yaml G1',
    'b.yaml G2',
    'case.yaml G3',
  ]);
  expect(found.interactions.map(({ kind, origin }) => [kind, origin.file, origin.path])).toEqual([
    ['cascade', 'b.yaml', ['interactions', 0]],
    ['collusion', 'case.yaml', ['interactions', 0]],
  ]);
  expect(found.review).toMatchObject({
    required: ['author', 'assessor'],
    signoffs: [{ role: 'author', origin: { file: 'a.yaml' } }],
  });
});

test('what is given once in a case names both places', () => {
  seen.add('defined-twice');
  const parsed = parse([
    { path: 'a.yaml', text: 'surety: 1\ncase:\n  id: x\n  title: X\ndecision:\n  question: a\n' },
    { path: 'b.yaml', text: 'decision:\n  question: b\n' },
  ]);
  expect(parsed.case).toBeNull();
  expect(parsed.diagnostics).toMatchObject([
    {
      code: 'defined-twice',
      message: '`decision.question` is already given in a.yaml, line 6.',
      range: { file: 'b.yaml', start: { line: 2, column: 3 } },
      related: [{ message: 'First here', range: { file: 'a.yaml', start: { line: 6, column: 3 } } }],
    },
  ]);
});

test('an id is unique in its module, over all files and sections', () => {
  const parsed = parse([
    { path: 'a.yaml', text: `${head}argument:\n  G1: { text: a }\n` },
    { path: 'b.yaml', text: 'quantities:\n  G1: 0.5\n' },
    { path: 'c.yaml', text: 'module: { name: m }\nargument:\n  G1: { text: a }\n' },
    { path: 'd.yaml', text: 'module: { name: m }\nargument:\n  G2: { text: a }\n' },
    { path: 'e.yaml', text: 'module: { name: n }\nevidence:\n  e1: { source: x }\n' },
    { path: 'f.yaml', text: 'evidence:\n  e1: { source: x }\n' },
  ]);
  expect(
    parsed.diagnostics.map(({ code, message, related }) => `${code} ${message} ${related?.[0]?.range.file}`),
  ).toEqual([
    'duplicate-id The id `G1` stands twice: first as an element in a.yaml, line 4. a.yaml',
    'defined-twice The module `m` is already given in c.yaml. c.yaml',
    'duplicate-id The id `e1` stands twice: first as a piece of evidence in e.yaml, line 3. e.yaml',
  ]);
});

test('files may not name each other in a circle', () => {
  const file = (path: string, uses: string) => ({
    path,
    text: `module: { name: ${path[0]}, uses: ${uses} }\nG${path.length}${path.charCodeAt(0)}: { text: a }\n`,
  });
  expect(
    saidAbout(
      [file('a.yaml', 'sub/b.yaml'), file('sub/b.yaml', '../c.yaml'), file('c.yaml', 'a.yaml')].map((one, i) => ({
        ...one,
        text: one.text.replace('name: s', `name: s${i}`),
      })),
    ),
  ).toEqual(['c.yaml:1:26 uses-cycle Files name each other in a circle: a.yaml → sub/b.yaml → c.yaml → a.yaml.']);
  expect(saidAbout([file('a.yaml', 'a.yaml')])).toEqual([
    'a.yaml:1:26 uses-cycle Files name each other in a circle: a.yaml → a.yaml.',
  ]);
  expect(saidAbout([file('a.yaml', 'b.yaml')])).toEqual(["a.yaml:1:26 file-missing The file 'b.yaml' is not there."]);
  expect(saidAbout([file('a.yaml', 'b.yaml')], { known: new Set(['b.yaml']) })).toEqual([]);
});

test('the files that a text names are found without reading texts that name none', () => {
  const used = (text: string | Uint8Array) => usedFiles({ path: 'x/a.yaml', text });
  expect(used('module: { name: a, uses: [b.yaml, ../../out.yaml] }\nG1: { text: a }\n')).toEqual(['x/b.yaml']);
  expect(used('policy: { extends: ../base.yaml }\n')).toEqual(['base.yaml']);
  expect(used(new TextEncoder().encode('policy: { extends: ../base.yaml }\n'))).toEqual(['base.yaml']);
  expect(used('"mod\\u0075le": { name: a, "\\x75ses": b.yaml }\n')).toEqual(['x/b.yaml']);
  expect(used('? "mod\\\n  ule"\n: { name: a, uses: b.yaml }\n')).toEqual(['x/b.yaml']);
  expect(used('evidence: { e: { source: &file b.yaml } }\nmodule: { name: a, uses: *file }\n')).toEqual(['x/b.yaml']);
  expect(used(bytes(0xff, 0xfe, 0x61, 0))).toEqual([]);
  // A module that uses nothing, and an element that uses a pattern.
  expect(used('module: { name: a }\nargument: { G1: { uses: { pattern: P1 } } }\n')).toEqual([]);
  const large = `argument:\n${'  G1: { text: a }\n'.repeat(800_000)}`;
  const started = performance.now();
  expect(used(large)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a policy builds on another one', () => {
  const found = caseOf([
    { path: 'cases/one/case.yaml', text: `${head}policy: { extends: ../../policy.yaml, inference: listed }\n` },
    { path: 'policy.yaml', text: 'policy: { extends: base.yaml, inference: required }\n' },
    { path: 'base.yaml', text: 'policy: { inference: listed, absentEvidence: block }\n' },
  ]);
  expect(found.policy).toEqual({
    inference: 'required',
    absentEvidence: 'block',
    relaxed: [
      {
        says: 'inference: listed',
        origin: { file: 'cases/one/case.yaml', path: ['policy', 'inference'] },
        instead: 'inference: required',
        by: { file: 'policy.yaml', path: ['policy', 'inference'] },
      },
    ],
  });
});

test('every error has one place and one code; a bad file does not hide another', () => {
  expect(
    saidAbout([
      { path: 'a.yaml', text: 'arguments: {}\n' },
      { path: 'b.yaml', text: '\tx\n' },
    ]),
  ).toEqual([
    'a.yaml:1:1 unknown-key Unknown section `arguments` at the top of the file.',
    'b.yaml:1:1 tab A tab stands where YAML allows only spaces.',
  ]);
});

test('what gsn2x files have beyond the format is kept, and told where it may be a slip', () => {
  expect(saidAbout([{ path: 'a.gsn.yaml', text: 'G1: { text: a, note: b, suportedBy: [G2], status: c }\n' }])).toEqual([
    'a.gsn.yaml:1:25 layer-near-key `suportedBy` of `G1` is no key, so it is kept as a layer.',
    'a.gsn.yaml:1:43 kept-as-layer `status` is kept as a layer, here and below: as a key of Surety it belongs to challenges.',
  ]);
});

test('findings about one file are bounded', () => {
  const body = Array.from({ length: 2000 }, (_, i) => `  G${i}: { txt: a }\n`).join('');
  expect(parse([{ path: 'a.yaml', text: `${head}argument:\n${body}` }]).diagnostics).toHaveLength(500);
});

test('remarks leave room for errors', () => {
  const body = Array.from({ length: 600 }, (_, i) => `  G${i}:\n    text: a #b\n`).join('');
  const parsed = parse([{ path: 'a.yaml', text: `${head}argument:\n${body}  G600: { txt: a }\n` }]);
  expect(parsed.case).toBeNull();
  expect(parsed.diagnostics).toHaveLength(251);
  expect(parsed.diagnostics.at(-1)).toMatchObject({ code: 'unknown-key', severity: 'error' });
});

test('every code is covered by a test', () => {
  expect(Object.keys(textCodes).filter((code) => !seen.has(code as TextCode))).toEqual([]);
});
