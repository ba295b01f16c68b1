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

/** The case with one claim above another, and what the first says besides its text. */
function supported(says: string): string {
  return `${scope}argument:\n  G1:\n    ${says}\n    text: No record leaks in the window\n  G2: { text: Sessions keep nothing, undeveloped: true }\n`;
}

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
  'an id in place of a list': { 'case.yaml': supported('supportedBy: G2 # only this') },
  'an id in quotes': { 'case.yaml': supported("supportedBy: 'G2'") },
  'an id below its key': { 'case.yaml': supported('supportedBy:\n      # only this\n      G2') },
  'an empty list': { 'case.yaml': supported('supportedBy: [] # nothing yet') },
  'space and a comment in an empty list': { 'case.yaml': supported('supportedBy: [ # nothing yet\n      ]') },
  'neither support nor mark': { 'case.yaml': supported('subsystem: coder') },
  'a claim that is not undeveloped': { 'case.yaml': supported('undeveloped: false') },
  'a mark below its key': { 'case.yaml': supported('"undeveloped":\n      true # so far') },
  'support written in place': {
    'case.yaml': supported('supportedBy: { id: G3, text: Sessions end, supportedBy: [G2] } # only this'),
  },
  'support written in place over lines': {
    'case.yaml': supported(
      'supportedBy: # only this\n\n      # a claim\n      id: G3\n      text: Sessions end\n      supportedBy: G2',
    ),
  },
  'support written in place, closely': {
    'case.yaml': supported('supportedBy:\n     id: G3\n     text: Sessions end\n     undeveloped: true'),
  },
  'a comma behind the last': { 'case.yaml': supported('supportedBy: [ G2, ]') },
  'the form of JSON': {
    'case.yaml': `${JSON.stringify({
      surety: 1,
      case: { id: 'tiny', title: 'A tiny case' },
      outcomes: { leak: { text: 'A record leaks', claim: 'G1' } },
      system: { coder: { kind: 'model' }, watchdog: { kind: 'model', watches: ['coder'] } },
      argument: { G1: { text: 'No record leaks', supportedBy: 'G2' }, G2: { text: 'Tested', undeveloped: true } },
    })}\n`,
  },
  'elements as gsn2x has them': {
    'case.yaml': scope,
    'argument.yaml':
      '# gsn2x\nG1:\n  text: No record leaks\n  supportedBy: [G2]\n\nG2:\n  text: Tested\n  undeveloped: true\n',
  },
  'no line break at its end': { 'case.yaml': undeveloped.trimEnd() },
  'a byte order mark': { 'case.yaml': `\uFEFF${undeveloped}` },
  'a wide indent and a literal at its end': {
    'case.yaml': `${scope}argument:\n      G1:\n            text: No record leaks\n            supportedBy:\n            - S1\n      S1:\n            undeveloped: true\n            text: |\n                By\n                subsystem\n`,
  },
} as const satisfies Readonly<Record<string, Files>>;

const comment = fc.constantFrom('', '  # beside', ' # é ü');

/** The forms that the support of an element can have. */
const forms = [
  'flow',
  'block',
  'marked',
  'wide',
  'text',
  'quoted',
  'empty',
  'room',
  'nothing',
  'map',
  'lines',
] as const;
type Form = (typeof forms)[number];

function supportIn(form: Form, beside: string, inside: string): string {
  return {
    flow: `    supportedBy: [G2]${beside}\n`,
    wide: `    supportedBy: [ G2, ]${beside}\n`,
    block: `    supportedBy:${beside}\n      - G2${inside}\n`,
    marked: `    undeveloped: true${beside}\n`,
    text: `    supportedBy: G2${beside}\n`,
    quoted: `    supportedBy: "G2"${beside}\n`,
    empty: `    supportedBy: []${beside}\n`,
    room: `    supportedBy: [${inside}\n      ]${beside}\n`,
    nothing: '',
    map: `    supportedBy: { id: G3, text: Sessions end, supportedBy: G2 }${beside}\n`,
    lines: `    supportedBy:${beside}\n      id: G3${inside}\n      text: Sessions end\n      supportedBy: G2\n`,
  }[form];
}

const inBraces: Readonly<Record<Form, string>> = {
  flow: ', supportedBy: [G2]',
  wide: ', supportedBy: [ G2, ]',
  block: ', "supportedBy":["G2"]',
  marked: ', undeveloped: true',
  text: ', supportedBy: G2',
  quoted: ", supportedBy: 'G2'",
  empty: ', supportedBy: []',
  room: ', supportedBy: [ ]',
  nothing: '',
  map: ', supportedBy: { id: G3, text: Sessions end, supportedBy: G2 }',
  lines: ', undeveloped: false',
};

const line = fc.constantFrom('', '\n', '  # at the level of elements\n', '    # deeper\n', '# at the margin\n', '\n\n');

/** The case with comments, blank lines, line ends, styles and files drawn at random, and an element to add below. */
export const randomLayout: fc.Arbitrary<{ readonly files: Files; readonly under: string }> = fc
  .record({
    lines: fc.array(line, { minLength: 6, maxLength: 6 }),
    beside: fc.array(comment, { minLength: 6, maxLength: 6 }),
    eol: fc.constantFrom('\n', '\r\n'),
    list: fc.constantFrom(...forms),
    element: fc.constantFrom('block', 'flow') as fc.Arbitrary<'block' | 'flow'>,
    split: fc.boolean(),
    after: fc.boolean(),
    open: fc.boolean(),
    under: fc.constantFrom('G1', 'S1', 'S1'),
  })
  .map(({ lines, beside, eol, list, element, split, after, open, under }) => {
    const support = supportIn(list, beside[2]!, beside[3]!);
    const strategy =
      element === 'flow'
        ? `  S1: { text: By subsystem${inBraces[list]} }${beside[3]}\n`
        : `  S1:${beside[3]}\n    text: By subsystem\n${support}`;
    const goal = list === 'marked' ? '' : `  G2: { text: Sessions keep nothing, undeveloped: true }${beside[4]}\n`;
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
