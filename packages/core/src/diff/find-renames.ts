import type { Case, Element, ElementId } from '../case/index.js';
import { sameContent } from './content.js';
import { type Neighbour, neighbours } from './neighbours.js';
import { bestPairs, type Keys, type Pair, pairsByKey, type ScoredPair } from './pairs.js';
import type { Rename } from './types.js';
import { alike, type WordCounts, wordCounts } from './word-counts.js';

/**
 * Similarity from which an element that went and one that came are taken for the same: 3/5 of it are equal words of the
 * text, 2/5 are equal neighbours. So with an equal text three eighths of the neighbours must be equal, and with equal
 * neighbours seven twelfths of the words.
 */
export const similarityBound = 0.75;
const textShare = 0.6;

/** A pair that is found makes neighbours of others equal, so the search goes on; at most so often. */
const mostRounds = 10;

/**
 * Elements that have another id in the later state, in the order of the earlier one. First those of equal content (all
 * that they say but the id, the module and the links), where no other has it or the two share a neighbour; then those of
 * one type that are similar enough. The surest pairs first, each element in one pair. Exchanging the two states exchanges
 * `from` and `to`, and nothing else.
 */
export function findRenames(a: Case, b: Case): readonly Rename[] {
  const went = candidates(a, b);
  const came = candidates(b, a);
  if (went.size === 0 || came.size === 0) return [];
  const search = openSearch(a, b, went, came);
  const equal = equalPairs(went, came);
  search.take(
    onlyOnes(equal).map((pair) => ({ ...pair, similarity: 1 })),
    'content',
  );
  search.repeat('content', () => search.withNeighbours(equal));
  search.repeat('similarity', search.similar);
  return [...search.found].sort(([one], [other]) => one - other).map(([, rename]) => rename);
}

/** An element whose id the other state does not have, with the words of its text. */
interface Candidate {
  readonly element: Element;
  readonly words: WordCounts;
}

/** By their places in the text. */
type Candidates = ReadonlyMap<number, Candidate>;

function candidates(of: Case, other: Case): Candidates {
  const known = new Set(other.elements.map(({ id }) => id));
  return new Map(
    of.elements.flatMap((element, place) =>
      known.has(element.id) ? [] : [[place, { element, words: wordCounts(element.text) }] as const],
    ),
  );
}

/** Pairs that say the same but for the id, the module and the links. */
function equalPairs(went: Candidates, came: Candidates): readonly Pair[] {
  const keys = (of: Candidates): Keys =>
    new Map(
      [...of].flatMap(([place, { element }]) => {
        const { type, text, evidence = '' } = element;
        return text.trim() === '' ? [] : [[place, [`${type} ${evidence} ${text}`]] as const];
      }),
    );
  const own = ({ element }: Candidate) => {
    const { id: _, module: __, supportedBy: ___, inContextOf: ____, challenge, ...rest } = element;
    const { target: _____, answeredBy: ______, ...said } = challenge ?? { target: undefined };
    return { ...rest, challenge: said };
  };
  return pairsByKey(keys(went), keys(came)).filter(({ was, at }) =>
    sameContent(own(went.get(was)!), own(came.get(at)!)),
  );
}

/** Of these pairs the ones whose members are in no other. */
function onlyOnes(pairs: readonly Pair[]): readonly Pair[] {
  const [before, after] = [new Map<number, number>(), new Map<number, number>()];
  const count = (times: Map<number, number>, place: number) => times.set(place, (times.get(place) ?? 0) + 1);
  for (const { was, at } of pairs) {
    count(before, was);
    count(after, at);
  }
  return pairs.filter(({ was, at }) => before.get(was) === 1 && after.get(at) === 1);
}

/** The search with what was found so far; a neighbour that was found to be renamed counts as the same. */
function openSearch(a: Case, b: Case, went: Candidates, came: Candidates) {
  const [aroundA, aroundB] = [neighbours(a), neighbours(b)];
  const found = new Map<number, Rename>();
  const names = new Map<ElementId, ElementId>();
  const taken = new Set<number>();
  const near = ({ link, id }: Neighbour) => `${link} ${names.get(id) ?? id}`;
  const nearA = (element: Element) => aroundA(element.id).map(near);
  const nearB = (element: Element) => aroundB(element.id).map(({ link, id }) => `${link} ${id}`);
  const isOpen = ({ was, at }: Pair) => !found.has(was) && !taken.has(at);
  const placesA = placesOf(went);
  const placesB = placesOf(came);
  // Candidates of which a neighbour was found since they were last looked at; first all.
  let looked = false;
  let nextA = new Set<number>();
  let nextB = new Set<number>();

  /** Keeps the best of these pairs whose members are in none yet; how many there are. */
  function take(pairs: readonly ScoredPair[], by: Rename['by']): number {
    const best = bestPairs(pairs.filter(isOpen));
    for (const { was, at, similarity } of best) {
      const [from, to] = [went.get(was)!.element.id, came.get(at)!.element.id];
      found.set(was, { from, to, by, similarity: by === 'content' ? 1 : similarity });
      names.set(from, to).set(to, from);
      taken.add(at);
      for (const { id } of aroundA(from)) note(nextA, placesA.get(id));
      for (const { id } of aroundB(to)) note(nextB, placesB.get(id));
    }
    return best.length;
  }

  function repeat(by: Rename['by'], pairs: () => readonly ScoredPair[]): void {
    for (let round = 0; round < mostRounds; round += 1) if (take(pairs(), by) === 0) return;
  }

  /** Share of neighbours that the two have in common (Jaccard); two without any have all in common. */
  function shared({ was, at }: Pair): number {
    const one = new Set(nearA(went.get(was)!.element));
    const other = new Set(nearB(came.get(at)!.element));
    if (one.size === 0 && other.size === 0) return 1;
    const common = [...one].filter((key) => other.has(key)).length;
    return common / (one.size + other.size - common);
  }

  function withNeighbours(pairs: readonly Pair[]): readonly ScoredPair[] {
    return pairs.flatMap((pair) => {
      const similarity = isOpen(pair) ? shared(pair) : 0;
      return similarity > 0 ? [{ ...pair, similarity }] : [];
    });
  }

  /** Pairs of one text or with a neighbour in common that are similar enough, among those that may be so by now. */
  function similar(): readonly ScoredPair[] {
    const text = ({ type, text: said }: Element) => `says ${type} ${said}`;
    const [ofA, ofB] = looked ? [nextA, nextB] : [went.keys(), came.keys()];
    [looked, nextA, nextB] = [true, new Set(), new Set()];
    const keysA = [...ofA].flatMap((was) => (found.has(was) ? [] : [[was, went.get(was)!.element] as const]));
    const keysB = [...ofB].flatMap((at) => (taken.has(at) ? [] : [[at, came.get(at)!.element] as const]));
    const pairs = pairsByKey(
      new Map(keysA.map(([was, element]) => [was, [text(element), ...nearA(element)]])),
      new Map(keysB.map(([at, element]) => [at, [text(element), ...nearB(element)]])),
    );
    return pairs.flatMap((pair) => {
      const [one, other] = [went.get(pair.was)!, came.get(pair.at)!];
      if (one.element.type !== other.element.type) return [];
      const words = textShare * alike(one.words, other.words);
      // Comparing neighbours costs more than it is worth where they could not decide.
      if (words + (1 - textShare) < similarityBound) return [];
      const similarity = words + (1 - textShare) * shared(pair);
      return similarity >= similarityBound ? [{ ...pair, similarity }] : [];
    });
  }

  return { found, take, repeat, withNeighbours, similar };
}

function placesOf(candidates: Candidates): ReadonlyMap<ElementId, number> {
  return new Map([...candidates].map(([place, { element }]) => [element.id, place]));
}

function note(places: Set<number>, place: number | undefined): void {
  if (place !== undefined) places.add(place);
}
