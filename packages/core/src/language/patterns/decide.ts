import { nearest } from '../../case/index.js';
import { readChoice } from '../../schema/index.js';
import { entryOf, type MapNode, type ScalarNode, type TextNode } from '../tree.js';
import type { Fault } from './fault.js';
import type { PatternText } from './pattern-text.js';
import type { Piece, PieceEdge } from './piece.js';

/** What an instance makes of an edge: it stays, nobody decided yet, or it is left out. */
export type Fate = 'kept' | 'open' | 'out';

export interface Decisions {
  readonly fate: (edge: PieceEdge) => Fate;
  /** Whether the choice of an element is still to be made. */
  readonly openChoice: (piece: Piece) => boolean;
}

/** The edges that a choice is among: those that are optional; where none is, all support. */
export function alternativesOf(piece: Piece): readonly PieceEdge[] {
  if (entryOf(piece.node, 'choose') === undefined) return [];
  const support = piece.edges.filter(({ key }) => key === 'supportedBy');
  const optional = support.filter((edge) => edge.optional);
  return optional.length > 0 ? optional : support;
}

/** Reads `keep` and `omit` of a `uses`. Undefined (and reported) where they are not about this pattern, or do not fit it. */
export function decide(pattern: PatternText, uses: MapNode, fault: Fault): Decisions | undefined {
  const [keep, omit] = ['keep', 'omit'].map((key) => scalarsOf(entryOf(uses, key)?.value)) as [Scalars, Scalars];
  const known = checkNames(pattern, [...keep, ...omit], fault);
  const kept = new Set(keep.map(nameOf));
  const left = new Set(omit.map(nameOf));
  const twice = omit.filter((scalar) => kept.has(nameOf(scalar)));
  for (const scalar of twice) fault('unknown-option', scalar, `\`${nameOf(scalar)}\` is both kept and left out.`);
  const fates = new Map<PieceEdge, Fate>();
  const open = new Set<Piece>();
  let fits = true;
  for (const piece of pattern.pieces) {
    const alternatives = alternativesOf(piece);
    for (const edge of piece.edges) {
      if (!edge.optional || alternatives.includes(edge)) continue;
      const name = nameOf(edge.to);
      fates.set(edge, kept.has(name) ? 'kept' : left.has(name) ? 'out' : 'open');
    }
    const chosen = choose(
      alternatives.map(({ to }) => nameOf(to)),
      kept,
      left,
    );
    if (entryOf(piece.node, 'choose') !== undefined && chosen === undefined) open.add(piece);
    for (const [index, edge] of alternatives.entries()) {
      fates.set(edge, chosen === undefined ? 'open' : chosen[index] ? 'kept' : 'out');
    }
    if (chosen !== undefined)
      fits = checkNumber(pattern, piece, alternatives, chosen, [...keep, ...omit], fault) && fits;
  }
  if (!known || twice.length > 0 || !fits) return undefined;
  return { fate: (edge) => fates.get(edge) ?? 'kept', openChoice: (piece) => open.has(piece) };
}

type Scalars = readonly ScalarNode[];

function scalarsOf(node: TextNode | undefined): Scalars {
  const items = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return items.filter((item) => item.kind === 'scalar');
}

function nameOf({ value }: ScalarNode): string {
  return String(value);
}

/** Of each alternative whether it stays; undefined where neither `keep` nor `omit` says anything of them. */
function choose(
  names: readonly string[],
  kept: ReadonlySet<string>,
  left: ReadonlySet<string>,
): readonly boolean[] | undefined {
  if (names.some((name) => kept.has(name))) return names.map((name) => kept.has(name));
  return names.some((name) => left.has(name)) ? names.map((name) => !left.has(name)) : undefined;
}

function checkNames(pattern: PatternText, named: Scalars, fault: Fault): boolean {
  const edges = pattern.pieces.flatMap((piece) => [
    ...piece.edges.filter(({ optional }) => optional),
    ...alternativesOf(piece),
  ]);
  const names = new Set(edges.map(({ to }) => nameOf(to)));
  const unknown = named.filter((scalar) => !names.has(nameOf(scalar)));
  for (const scalar of unknown) {
    const near = nearest(nameOf(scalar), names);
    const hint =
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : names.size === 0
          ? 'It has none.'
          : `It has ${list([...names])}.`;
    const message = `\`${nameOf(scalar)}\` is no optional element and no alternative of the pattern \`${pattern.id}\`.`;
    fault('unknown-option', scalar, message, { hint });
  }
  return unknown.length === 0;
}

function list(names: readonly string[]): string {
  const most = 8;
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ');
}

function checkNumber(
  pattern: PatternText,
  piece: Piece,
  alternatives: readonly PieceEdge[],
  chosen: readonly boolean[],
  named: Scalars,
  fault: Fault,
): boolean {
  const text = entryOf(piece.node, 'choose')?.value;
  const choice = text?.kind === 'scalar' ? readChoice(String(text.value)) : undefined;
  if (choice === undefined) return true;
  const names = alternatives.flatMap(({ to }, index) => (chosen[index] ? [nameOf(to)] : []));
  if (choice.atLeast ? names.length >= choice.keep : names.length === choice.keep) return true;
  const all = new Set(alternatives.map(({ to }) => nameOf(to)));
  const at = named.find((scalar) => all.has(nameOf(scalar)))!;
  const wanted = `${choice.atLeast ? 'at least ' : ''}${choice.keep} of ${choice.of}`;
  const found = names.length === 0 ? 'none is kept' : `${list(names)} ${names.length === 1 ? 'is' : 'are'} kept`;
  fault('choice-not-met', at, `\`${piece.id}\` of the pattern \`${pattern.id}\` chooses ${wanted}, but ${found}.`);
  return false;
}
