import type { Path } from '../../case/index.js';
import { elementText } from '../../schema/index.js';
import { explain } from '../explain.js';
import type { EdgeKey, Places } from '../places.js';
import { kindOf, schemaAt } from '../schema-words.js';
import type { Source } from '../source.js';
import { type Entry, type MapNode, type Plain, type Span, type TextNode, toPlain } from '../tree.js';
import { isSpent } from './budget.js';
import { type BuiltEdges, buildEdges } from './edges.js';
import { type Filled, type Filling, fill, fillWith, type Value } from './fill.js';
import { type Instance, scopeOf, type Turn } from './instance.js';
import type { Piece } from './piece.js';
import { withIds } from './references.js';
import type { Run } from './run.js';

/** What an element of an instance says, every reference an id. */
export interface Built {
  readonly node: MapNode;
  readonly places: Places;
  /** Keys about which something is still open; of those, only the text and edges stay in the node. */
  readonly open: ReadonlySet<string>;
}

/**
 * Fills in an element of a pattern, but for the keys that the element which stands for it states itself. Undefined (and
 * reported) where that does not keep to the schema.
 */
export function buildPiece(
  run: Run,
  instance: Instance,
  piece: Piece,
  turn: Turn,
  stated: ReadonlySet<string> = new Set(),
): Built | undefined {
  const fillingOf = (one: Turn) => fillingFor(run, instance, piece, one);
  const filling = fillingOf(turn);
  const open = new Set<string>();
  const entries: Entry[] = [];
  const edges = new Map<string, BuiltEdges>();
  for (const { key, value } of piece.node.entries) {
    const node = stated.has(key) && key !== 'uses' ? undefined : valueUnder(key, value);
    if (node !== undefined) entries.push({ key, keyStart: run.at.start, keyEnd: run.at.end, value: node });
  }
  const { file } = instance.pattern.file.source;
  const built: Built = {
    node: { kind: 'map', flow: true, entries, start: run.at.start, end: run.at.end },
    places: {
      own: { file, path: piece.path },
      of: (key) => ({ file, path: [...piece.path, key] }),
      edge: (key, index) => edges.get(key)!.origins[index]!,
    },
    open,
  };
  return !piece.blank || keepsToSchema(run, instance, piece, built.node, stated) ? built : undefined;

  function valueUnder(key: string, value: TextNode): TextNode | undefined {
    switch (key) {
      case 'supportedBy':
      case 'inContextOf':
        return edgesUnder(key);
      case 'choose':
        return decided(value);
      case 'uninstantiated':
        // The mark goes with the blanks that are filled in; where there were none, it says something else.
        return piece.blank ? undefined : fill(value, filling, [key]).node;
      case 'uses':
        return usesOf(value);
      default: {
        const filled = noted(key, fill(value, filling, [key]));
        if (filled.open && key !== 'text') return undefined;
        return filled.node === undefined ? undefined : withIds(key, filled.node, filling.scope);
      }
    }
  }

  function noted(key: string, filled: Filled): Filled {
    if (filled.open) open.add(key);
    return filled;
  }

  function edgesUnder(key: EdgeKey): TextNode | undefined {
    const made = buildEdges(instance, piece, turn, key, fillingOf);
    edges.set(key, made);
    if (made.open) open.add(key);
    return made.node;
  }

  function decided(value: TextNode): TextNode | undefined {
    if (!instance.decisions.openChoice(piece)) return undefined;
    open.add('choose');
    return fill(value, filling, ['choose']).node;
  }

  /** What is open about another pattern's values is left to that pattern: it has no value then. */
  function usesOf(value: TextNode): TextNode | undefined {
    if (value.kind !== 'map') return undefined;
    const kept = value.entries.map((entry) => {
      const path = ['uses', entry.key];
      if (entry.key !== 'with' || entry.value.kind !== 'map') {
        return { ...entry, filled: noted('uses', fill(entry.value, filling, path)) };
      }
      const given = entry.value.entries.map((one) => ({
        ...one,
        filled: noted('uses', fillWith(one.value, filling, [...path, one.key])),
      }));
      return { ...entry, filled: { node: mapOf(given, run.at), open: false } };
    });
    return kept.some(({ key, filled }) => key === 'pattern' && filled.open) ? undefined : mapOf(kept, run.at);
  }
}

function mapOf(entries: readonly (Entry & { readonly filled: Filled })[], { start, end }: Span): MapNode {
  const kept = entries.flatMap(({ key, filled }): Entry[] =>
    filled.open || filled.node === undefined ? [] : [{ key, keyStart: start, keyEnd: end, value: filled.node }],
  );
  return { kind: 'map', flow: true, entries: kept, start, end };
}

function fillingFor(run: Run, instance: Instance, piece: Piece, turn: Turn): Filling {
  const { bindings, pattern } = instance;
  const values = (name: string): readonly Value[] | undefined => {
    const all = bindings.get(name)?.values;
    const index = turn.get(name);
    return index === undefined ? all : [all![index]!];
  };
  return {
    values,
    value: (name) => {
      const all = values(name);
      if (all === undefined || all.length === 1) return all?.[0];
      const message = `The parameter \`${name}\` has ${all.length} values, but \`${piece.id}\` of the pattern \`${pattern.id}\` is not made \`per ${name}\`.`;
      run.fault('list-without-per', bindings.get(name)!.at, message, { hint: 'Give it one value.' });
      return undefined;
    },
    scope: scopeOf(instance, turn),
    at: run.at,
    takesNumber: (path: Path) => {
      const schema = schemaAt(elementText, path, piece.plain);
      return schema !== undefined && kindOf(schema).includes('number');
    },
    spend: run.spend,
    badKey: (key, at) => {
      const message = `In \`${piece.id}\` of the pattern \`${pattern.id}\`, filled in, the key \`${key}\` stands twice, or is none.`;
      run.fault('bad-instance', at, message);
    },
  };
}

/** An element that was filled in is held against the schema as one that is written. */
function keepsToSchema(
  { argument, fault, patterns }: Run,
  { pattern }: Instance,
  piece: Piece,
  node: MapNode,
  stated: ReadonlySet<string>,
): boolean {
  // Where the bound was met, texts are cut.
  if (isSpent(patterns.budget)) return false;
  // What the element that stands for it says itself is not in it.
  const text: Readonly<Record<string, Plain>> = stated.has('text') ? { text: piece.id } : {};
  const data = { ...text, ...(toPlain(node) as Readonly<Record<string, Plain>>) };
  const result = elementText.safeParse(data);
  if (result.success) return true;
  const scratch: Source = { ...argument.file.source, diagnostics: [], remarks: 0 };
  explain({ source: scratch, schema: elementText, data, node, where: [piece.id], issues: result.error.issues });
  for (const { message, range, hint } of scratch.diagnostics) {
    const at = { start: range.start.offset, end: range.end.offset };
    const filled = `\`${piece.id}\` of the pattern \`${pattern.id}\`, filled in, does not keep to the format: ${message}`;
    fault('bad-instance', at, filled, { hint });
  }
  return false;
}
