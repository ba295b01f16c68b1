import fc from 'fast-check';

/** Texts of one case by file. */
export type Files = Readonly<Record<string, string>>;

const scope = `surety: 1
# On top.
case: { id: tiny, title: A tiny case }
outcomes:
  leak: { text: A record leaks, claim: G1 }   # the only one
system:
  coder: { kind: model }
  watchdog: { kind: model, watches: [coder] }
`;

const comments = `${scope}
argument:
  # above the claim
  G1:
    text: No record leaks in the window # behind
    # inside
    supportedBy:
      - S1
      # below the list
    inContextOf: [C1]

  C1: { text: What a record is }
  S1:
    text: By subsystem
    supportedBy: [G2]   # more to come
  G2: { text: Sessions keep nothing, supportedBy: [Sn1] }
  # G3: a claim that was left out
  Sn1:
    text: >-
      Tests of
      isolation

# the end
`;

const flow = `${scope}argument: {G1: {text: No record leaks, supportedBy: [ S1 ]}, S1: {text: By subsystem, undeveloped: true}}
`;

const undeveloped = `${scope}
argument:
  G1:
    text: No record leaks in the window
    undeveloped: true    # nothing yet
    subsystem: coder
`;

/** The same case in the styles that people write. */
export const layouts = {
  comments: { 'case.yaml': comments },
  'a text in flow style': { 'case.yaml': flow },
  flow: { 'case.yaml': flow },
  'CRLF line ends': { 'case.yaml': comments.replaceAll('\n', '\r\n') },
  'several files': {
    'case.yaml': scope,
    'argument.yaml': comments.slice(scope.length).replace('# the end\n', ''),
    'more.yaml': '# Nothing of the argument.\ndismissed: []\n',
  },
  'a claim that nobody developed': { 'case.yaml': undeveloped },
  'no line break at its end': { 'case.yaml': undeveloped.trimEnd() },
  'a byte order mark': { 'case.yaml': `\uFEFF${undeveloped}` },
  'a wide indent and a literal at its end': {
    'case.yaml': `${scope}argument:\n      G1:\n            text: No record leaks\n            supportedBy:\n            - S1\n      S1:\n            undeveloped: true\n            text: |\n                By\n                subsystem\n`,
  },
} as const satisfies Readonly<Record<string, Files>>;

const comment = fc.constantFrom('', '  # beside', ' # é ü');
const line = fc.constantFrom('', '\n', '  # at the level of elements\n', '    # deeper\n', '# at the margin\n', '\n\n');

/** The case with comments, blank lines, line ends, styles and files drawn at random, and an element to add below. */
export const randomLayout: fc.Arbitrary<{ readonly files: Files; readonly under: string }> = fc
  .record({
    lines: fc.array(line, { minLength: 6, maxLength: 6 }),
    beside: fc.array(comment, { minLength: 6, maxLength: 6 }),
    eol: fc.constantFrom('\n', '\r\n'),
    list: fc.constantFrom('flow', 'block', 'none', 'wide') as fc.Arbitrary<'flow' | 'block' | 'none' | 'wide'>,
    element: fc.constantFrom('block', 'flow') as fc.Arbitrary<'block' | 'flow'>,
    split: fc.boolean(),
    after: fc.boolean(),
    open: fc.boolean(),
    under: fc.constantFrom('G1', 'S1'),
  })
  .map(({ lines, beside, eol, list, element, split, after, open, under }) => {
    const support = {
      flow: `    supportedBy: [G2]${beside[2]}\n`,
      wide: `    supportedBy: [ G2, ]${beside[2]}\n`,
      block: `    supportedBy:${beside[2]}\n      - G2${beside[3]}\n`,
      none: `    undeveloped: true${beside[2]}\n`,
    }[list];
    const strategy =
      element === 'flow'
        ? `  S1: { text: By subsystem, ${list === 'none' ? 'undeveloped: true' : 'supportedBy: [G2]'} }${beside[3]}\n`
        : `  S1:${beside[3]}\n    text: By subsystem\n${support}`;
    const goal = list === 'none' ? '' : `  G2: { text: Sessions keep nothing, undeveloped: true }${beside[4]}\n`;
    const argument = [
      `argument:${beside[0]}\n`,
      lines[0],
      `  G1:\n    text: No record leaks${beside[1]}\n    supportedBy: [S1]\n`,
      lines[1],
      strategy,
      lines[2],
      goal,
      lines[3],
    ].join('');
    const tail = after ? `dismissed: []\n${lines[4]}` : '';
    const end = (text: string) => (open ? text.replace(/\n+$/, '') : text).replaceAll('\n', eol);
    const files: Files = split
      ? { 'case.yaml': scope.replaceAll('\n', eol), 'argument.yaml': end(argument + tail) }
      : { 'case.yaml': end(scope + argument + tail) };
    return { files, under };
  });
