import fc from 'fast-check';

/** Texts of YAML in mixed styles for property tests: block and flow, comments everywhere, anchors, quotes, empty values. */

type Styled =
  | StyledScalar
  | StyledCollection
  | { readonly kind: 'lines'; readonly header: string; readonly lines: readonly string[] };

type StyledScalar =
  | { readonly kind: 'scalar'; readonly source: string }
  | { readonly kind: 'alias'; readonly pick: number };

interface StyledCollection {
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  readonly spread: boolean;
  readonly step: number;
  readonly entries: readonly StyledEntry[];
}

interface StyledEntry {
  readonly key: string;
  readonly node: Styled;
  readonly anchor: boolean;
  readonly above: readonly number[];
  readonly behind: boolean;
  readonly below: number;
  readonly blank: number;
  readonly deeper: boolean;
  /** Small numbers: a tag, a key written with `?`, a pair without braces in a list. */
  readonly odd: number;
}

interface Pen {
  readonly eol: string;
  readonly anchors: string[];
  comments: number;
}

const keys = [
  'G1',
  'Sn1',
  'S1',
  'text',
  'supportedBy',
  'x',
  'case',
  '"q k"',
  "'s'",
  'two words',
  'a-b',
  '12',
  'because',
  'id',
  'é',
  'surety',
  'argument',
  'doubt',
  'by',
  'system',
  'outcome',
  'type',
  'elicited',
];
const sources = [
  'plain',
  'two words',
  '12',
  '2e-3',
  '0x1f',
  'null',
  '~',
  '',
  '',
  'true',
  'yes',
  '2026-12-01',
  "'single'",
  "'it''s'",
  '"double"',
  '"a # b: c"',
  '"\\u00e9\\n"',
  'a#b',
  'http://x.y/z',
  '"100"',
  '"over\n   lines"',
  'plain over\n     lines',
  "'x\n\n     y'",
  '-1',
  'é ü 漢',
];

const { node: styled, entry } = fc.letrec<{ node: Styled; entry: StyledEntry }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    { weight: 5, arbitrary: fc.constantFrom(...sources).map((source): Styled => ({ kind: 'scalar', source })) },
    { weight: 1, arbitrary: fc.nat(5).map((pick): Styled => ({ kind: 'alias', pick })) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('lines' as const),
        header: fc.constantFrom('|', '|-', '|+', '>', '>-', '>+', '|2', '|2-'),
        lines: fc.array(fc.constantFrom('one', 'two words', '', '  deeper', '# not a comment', 'a: b'), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
    },
    {
      weight: 7,
      arbitrary: fc.record({
        kind: fc.constantFrom('map' as const, 'map' as const, 'list' as const),
        flow: fc.boolean().chain((a) => (a ? fc.boolean() : fc.constant(false))),
        spread: fc.boolean(),
        step: fc.constantFrom(0, 2, 2, 2, 3, 4),
        entries: fc.array(tie('entry'), { maxLength: 5 }),
      }),
    },
  ),
  entry: fc.record({
    key: fc.constantFrom(...keys),
    node: tie('node'),
    anchor: fc.nat(9).map((n) => n === 0),
    above: fc.array(fc.constantFrom(0, 0, 0, 1, 2, 4), { maxLength: 2 }).map((list) => (list.length === 2 ? list : [])),
    behind: fc.nat(4).map((n) => n === 0),
    below: fc.nat(12).map((n) => (n === 1 ? 2 : n === 2 ? 4 : 0)),
    blank: fc.nat(16).map((n) => (n < 4 ? n : 0)),
    odd: fc.nat(60),
    deeper: fc.boolean(),
  }),
}));

const caseLike: fc.Arbitrary<Styled> = fc.record({
  kind: fc.constant('map' as const),
  flow: fc.constant(false),
  spread: fc.boolean(),
  step: fc.constant(2),
  entries: fc.array(entry, { minLength: 1, maxLength: 5 }),
});

/** A text that mostly is valid YAML; whoever uses it looks. */
export const styledText: fc.Arbitrary<string> = fc
  .record({
    root: fc.oneof({ weight: 9, arbitrary: caseLike }, { weight: 1, arbitrary: styled }),
    crlf: fc.nat(3).map((n) => n === 0),
    bom: fc.nat(5).map((n) => n === 0),
    head: fc.constantFrom('', '', '', '# head\n', '# head\n\n', '---\n', '# a\n---\n# b\n', '\n'),
    foot: fc.constantFrom('', '', '', '# foot\n', '\n# foot\n', '\n\n', 'CUT', 'CUT'),
  })
  .map(({ root, crlf, bom, head, foot }) => {
    const pen: Pen = { eol: '\n', anchors: [], comments: 0 };
    const body = printRoot(root, pen);
    const text = head + body + (foot === 'CUT' ? '' : foot);
    const cut = foot === 'CUT' ? text.replace(/\n$/, '') : text;
    return (bom && root.kind === 'map' ? '\uFEFF' : '') + (crlf ? cut.replaceAll('\n', '\r\n') : cut);
  });

function printRoot(root: Styled, pen: Pen): string {
  const text = printBlock(root, -2, 0, pen, '');
  return text.replace(/^[ ]*\n?/, '');
}

function comment(pen: Pen): string {
  pen.comments += 1;
  return `# c${pen.comments}`;
}

/** What stands behind `key:` or `-`, to the end of the line and below. */
function printBlock(of: Styled, owner: number, step: number, pen: Pen, behind: string): string {
  switch (of.kind) {
    case 'alias':
    case 'scalar':
      return ` ${printInline(of, owner, pen)}${behind}\n`;
    case 'lines': {
      const indent = ' '.repeat(Math.max(owner, 0) + 2);
      return ` ${of.header}${behind}\n${of.lines.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('')}`;
    }
    default: {
      if (of.flow || of.entries.length === 0) return ` ${printFlow(of, Math.max(owner, 0) + 2, pen)}${behind}\n`;
      return `${behind}\n${printEntries(of, owner + Math.max(step, of.kind === 'map' || owner < 0 ? 1 : 0), pen)}`;
    }
  }
}

function printEntries(of: StyledCollection, column: number, pen: Pen): string {
  const at = Math.max(column, 0);
  const labels = uniqueKeys(of.entries);
  return of.entries.map((entry, index) => printEntry(of.kind, entry, labels[index]!, at, pen)).join('');
}

function printEntry(kind: 'map' | 'list', entry: StyledEntry, key: string, column: number, pen: Pen): string {
  const indent = ' '.repeat(column);
  const above = entry.above.map((extra) => `${' '.repeat(column + extra)}${comment(pen)}\n`).join('');
  const blank = ['', '\n', '\n\n', '   \n'][entry.blank] ?? '';
  const anchor =
    entry.anchor && entry.node.kind !== 'alias'
      ? ` ${newAnchor(pen)}`
      : entry.odd === 2 && entry.node.kind === 'scalar'
        ? ' !!str'
        : '';
  const behind = entry.behind ? `  ${comment(pen)}` : '';
  const label = kind === 'map' ? (entry.odd === 1 ? `? ${key}\n${indent}:` : `${key}:`) : '-';
  const { node } = entry;
  const compact = kind === 'list' && entry.deeper && anchor === '' && !isInline(node);
  const value =
    compact && (node.kind === 'map' || node.kind === 'list')
      ? ` ${printEntries(node, column + 2, pen).trimStart()}`
      : printBlock(node, column, stepOf(kind, node), pen, behind);
  const below = entry.below > 0 ? `${' '.repeat(column + entry.below)}${comment(pen)}\n` : '';
  return `${blank}${above}${indent}${label}${anchor}${value}${below}`;
}

function isInline(of: Styled): boolean {
  return (of.kind === 'map' || of.kind === 'list') && (of.flow || of.entries.length === 0);
}

function stepOf(kind: 'map' | 'list', of: Styled): number {
  if (of.kind !== 'map' && of.kind !== 'list') return 2;
  return kind === 'list' || of.kind === 'map' ? Math.max(of.step, 1) : of.step;
}

/** Keys that stand once each, where two do not differ by their quotes alone. */
function uniqueKeys(entries: readonly StyledEntry[]): readonly string[] {
  const seen = new Set<string>();
  return entries.map(({ key }, index) => {
    const label = seen.has(key) ? key.replace(/(["']?)$/, `${index}$1`) : key;
    seen.add(key);
    return label;
  });
}

function newAnchor(pen: Pen): string {
  const name = `a${pen.anchors.length + 1}`;
  pen.anchors.push(name);
  return `&${name}`;
}

function printInline(of: StyledScalar, owner: number, pen: Pen): string {
  if (of.kind === 'scalar')
    return of.source
      .replaceAll('\n     ', `\n${' '.repeat(Math.max(owner, 0) + 3)}`)
      .replaceAll('\n   ', `\n${' '.repeat(Math.max(owner, 0) + 3)}`);
  // The newest anchor may be that of a collection that is still open.
  const name = pen.anchors[of.pick];
  return name === undefined ? 'plain' : `*${name}`;
}

function printFlow(of: Styled, column: number, pen: Pen): string {
  if (of.kind === 'lines') return '"lines"';
  if (of.kind === 'scalar' || of.kind === 'alias') return printInline(of, column, pen);
  const [open, close] = of.kind === 'map' ? ['{', '}'] : ['[', ']'];
  const labels = uniqueKeys(of.entries);
  const items = of.entries.map((entry, index) => {
    const anchor = entry.anchor && entry.node.kind !== 'alias' ? `${newAnchor(pen)} ` : '';
    const value = anchor + printFlow(entry.node, column + 2, pen);
    if (of.kind === 'list' && entry.odd < 4) return `${entry.key}: ${value}`;
    if (of.kind === 'list') return value === '' ? '""' : value;
    const key = labels[index]!;
    return entry.blank === 1 && value === ''
      ? key
      : key.startsWith('"') && value !== '' && entry.deeper
        ? `${key}:${value}`
        : `${key}: ${value}`;
  });
  if (!of.spread)
    return items.length === 0 ? open + close : of.kind === 'map' ? `{ ${items.join(' , ')} }` : `[${items.join(', ')}]`;
  const indent = `\n${' '.repeat(column + 2)}`;
  const lines = items.map((item, index) => {
    const entry = of.entries[index]!;
    const above = entry.above.map(() => indent + comment(pen)).join('');
    const comma = index < items.length - 1 || entry.deeper ? ',' : '';
    return `${above}${indent}${item}${comma}${entry.behind ? ` ${comment(pen)}` : ''}`;
  });
  const empty = items.length === 0 ? ` ${comment(pen)}` : '';
  return `${open}${empty}${lines.join('')}\n${' '.repeat(column)}${close}`;
}
