import { nearest } from '../case/index.js';
import {
  type BuildingBlock,
  type Catalogue,
  type Entry as CatalogueEntry,
  type Fact,
  listNames,
} from '../catalogue/index.js';
import {
  type CatalogueText,
  catalogueText,
  idPattern,
  type OwnBlockText,
  placeholderPattern,
} from '../schema/index.js';
import { hold } from './hold.js';
import { list } from './one-or-more.js';
import { report, type Source } from './source.js';
import { type Entry, entryOf, type MapNode, type Plain, type TextNode, toPlain } from './tree.js';

/** The key that makes a file a catalogue and not a part of the case. */
export const catalogueKey = 'surety-catalogue';

export function isCatalogue(root: TextNode | undefined): root is MapNode {
  return root?.kind === 'map' && entryOf(root, catalogueKey) !== undefined;
}

/**
 * A catalogue with what a file of the user's own says over it: labels of built-in entries are replaced, entries are added,
 * each with the provenance `own file`. What does not keep to the schema is reported where it stands, and left out.
 */
export function ownCatalogue(over: Catalogue, source: Source, root: MapNode): Catalogue {
  const before = source.diagnostics.length;
  const plain = toPlain(root);
  hold(source, catalogueText(), plain, root, []);
  if (source.diagnostics.slice(before).some(({ severity }) => severity === 'error')) return over;
  const text = plain as Plain & CatalogueText;
  const own: Own = { file: source.file, source, over };
  const lists = Object.fromEntries(
    listNames.map((name) => [name, entriesOf(own, name, over[name], text[name], entryOf(root, name)?.value)]),
  );
  return { ...over, ...lists, blocks: blocksOf(own, text.blocks ?? {}, entryOf(root, 'blocks')?.value) };
}

interface Own {
  readonly file: string;
  readonly source: Source;
  readonly over: Catalogue;
}

type OwnEntries = CatalogueText['outcomeClasses'];

function entriesOf<E extends CatalogueEntry>(
  { file, source }: Own,
  name: (typeof listNames)[number],
  known: readonly E[],
  texts: OwnEntries,
  node: TextNode | undefined,
): readonly E[] {
  const found = new Map<string, E>(known.map((entry) => [entry.id, entry]));
  for (const [id, text] of Object.entries(texts ?? {})) {
    const before = found.get(id);
    const at = keyOf(node, id);
    if (before === undefined && name === 'interactionKinds') {
      const near = nearest(id, found.keys());
      report(source, 'unknown-key', at, `There is no kind of interaction \`${id}\`.`, {
        hint: near === undefined ? `Kinds are ${[...found.keys()].join(', ')}.` : `Did you mean \`${near}\`?`,
      });
      continue;
    }
    if (before === undefined && (text.title === undefined || text.text === undefined)) {
      reportIncomplete(source, at, id, [...found.keys()], ['title', 'text']);
      continue;
    }
    const value = text.text ?? before!.text.value;
    const changed = { id, title: text.title ?? before!.title, text: factOf(file, { ...text, value }) };
    found.set(id, { ...before, ...changed } as E);
  }
  return [...found.values()];
}

function blocksOf(
  own: Own,
  texts: Readonly<Record<string, OwnBlockText>>,
  node: TextNode | undefined,
): readonly BuildingBlock[] {
  const { source, over } = own;
  const found = new Map(over.blocks.map((block) => [block.id, block]));
  for (const [id, text] of Object.entries(texts)) {
    const at = keyOf(node, id);
    const before = over.blocks.find((block) => block.id === id || block.aliases?.includes(id));
    if (!idPattern.test(id)) {
      report(source, 'bad-id', at, `The id '${id}' may hold only letters, digits, \`_\` and \`-\`.`);
      continue;
    }
    const missing = before === undefined ? needed.filter((key) => text[key] === undefined) : [];
    if (missing.length > 0) reportIncomplete(source, at, id, [...found.keys()], missing);
    else {
      const block = blockOf(own, id, text, before);
      if (fits(source, at, block)) found.set(block.id, block);
    }
  }
  return [...found.values()];
}

/** What a block says that is not over a built-in one. */
const needed = [
  'title',
  'category',
  'idea',
  'practicality',
  'strength',
  'scalability',
  'needsResearch',
  'role',
  'claim',
  'strategy',
  'subclaims',
] as const;

function blockOf({ file }: Own, id: string, text: OwnBlockText, before: BuildingBlock | undefined): BuildingBlock {
  const {
    parameters,
    subclaims,
    defeaters,
    evidence,
    literature,
    practicality,
    strength,
    scalability,
    needsResearch,
    role,
    ...rest
  } = text;
  const label = <T extends string | boolean>(own: T | OwnFact<T> | undefined, built: Fact<T> | undefined): Fact<T> =>
    own === undefined ? built! : factOf(file, typeof own === 'object' ? own : { value: own });
  return {
    parameters: [],
    evidence: [],
    defeaters: [],
    literature: [],
    ...before,
    ...rest,
    id: before?.id ?? id,
    practicality: label(practicality, before?.practicality),
    strength: label(strength, before?.strength),
    scalability: label(scalability, before?.scalability),
    needsResearch: label(needsResearch, before?.needsResearch),
    role: label(role, before?.role),
    ...(parameters === undefined
      ? {}
      : { parameters: Object.entries(parameters).map(([name, one]) => ({ name, ...one })) }),
    ...(subclaims === undefined
      ? {}
      : { subclaims: Object.entries(subclaims).map(([key, one]) => ({ key, ...one, provenance: 'own file' })) }),
    ...(defeaters === undefined
      ? {}
      : { defeaters: defeaters.map((one) => ({ source: `own file: ${file}`, ...one })) }),
    ...(evidence === undefined ? {} : { evidence: list(evidence) }),
    ...(literature === undefined ? {} : { literature: list(literature) }),
  } as BuildingBlock;
}

interface OwnFact<T> {
  readonly value: T;
  readonly because?: string | undefined;
  readonly source?: string | undefined;
}

function factOf<T>(file: string, { value, because, source }: OwnFact<T>): Fact<T> {
  const from = source === undefined ? file : `${file}: ${source}`;
  return { value, provenance: 'own file', source: from, ...(because === undefined ? {} : { because }) };
}

/** Whether the parts of a block fit each other: blanks have a parameter, defeaters and subjects one that is there. */
function fits(source: Source, at: Span, block: BuildingBlock): boolean {
  const names = ['system', 'outcome', ...block.parameters.map(({ name }) => name)];
  const keys = block.subclaims.map(({ key }) => key);
  const texts = [
    block.claim,
    block.strategy,
    ...block.subclaims.map(({ text }) => text),
    ...block.defeaters.map(({ text }) => text),
  ];
  const wrong = [
    ...texts.flatMap((text) =>
      [...text.matchAll(placeholderPattern)].map(([, name]) => [name!, names, 'parameter'] as const),
    ),
    ...block.subclaims.flatMap(({ about }) => (about === undefined ? [] : [[about, names, 'parameter'] as const])),
    ...block.defeaters.flatMap(({ against }) => (against === undefined ? [] : [[against, keys, 'sub-claim'] as const])),
  ].find(([name, known]) => !known.includes(name));
  if (wrong === undefined) return true;
  const [name, known, what] = wrong;
  const near = nearest(name, known);
  report(source, 'unknown-parameter', at, `The block \`${block.id}\` has no ${what} \`${name}\`.`, {
    hint: near === undefined ? `It has ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
  });
  return false;
}

function reportIncomplete(
  source: Source,
  at: Span,
  id: string,
  known: readonly string[],
  missing: readonly string[],
): void {
  const near = nearest(id, known);
  const hint = near === undefined ? undefined : `If you mean \`${near}\`, which is built in, write that.`;
  report(source, 'missing-key', at, `\`${id}\` is new, and needs ${missing.map((key) => `\`${key}\``).join(', ')}.`, {
    hint,
  });
}

type Span = { readonly start: number; readonly end: number };

function keyOf(node: TextNode | undefined, id: string): Span {
  const entry: Entry | undefined = node?.kind === 'map' ? entryOf(node, id) : undefined;
  return entry === undefined ? { start: 0, end: 0 } : { start: entry.keyStart, end: entry.keyEnd };
}
