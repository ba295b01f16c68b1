import type { Named } from './named.js';
import type { NameKind } from './shape.js';

/** An element that uses a pattern. */
export interface UseOfPattern {
  readonly module: string;
  /** Pattern in whose argument it stands. */
  readonly within?: string;
  readonly element: string;
  readonly pattern: string;
}

/** A value that an element gives to the pattern that it uses, and that ids of what is made `per` it end with. */
export interface ValueOfUse extends Pick<UseOfPattern, 'module' | 'within' | 'element'> {
  readonly text: string;
  /** Where it is a name. */
  readonly named?: Named;
}

/** Values by their text, with the names that some are. */
type Values = ReadonlyMap<string, Named | undefined>;

/**
 * A part of an id such as `G5.G2-coder.Sn1`: an element of a pattern that it is made of, here `G2` and then `Sn1`, or a
 * name that was given, here `coder`.
 */
export interface MadePart {
  /** The pattern of an element; in which pattern a name that was given stands. */
  readonly pattern: string | undefined;
  /** The module of the file that the pattern stands in, or that of the name. */
  readonly module: string;
  readonly kind: NameKind;
  readonly name: string;
  readonly isValue: boolean;
  /** Where it starts and ends in the id. */
  readonly from: number;
  readonly to: number;
}

/** What the ids of elements that patterns make are made of, and the names of their claim points. */
export interface MadeNames {
  /**
   * The parts of an id behind that of the element of the text, as far as they are known. `within` is the pattern in which
   * the id stands, whose own elements come first.
   */
  readonly partsOf: (id: string, module: string, within?: string) => readonly MadePart[];
}

/** Reads from the names in the texts what elements patterns make. */
export function madeNames(
  all: readonly Named[],
  uses: readonly UseOfPattern[],
  values: readonly ValueOfUse[],
  /** The module of the file that a pattern stands in. */
  homes: ReadonlyMap<string, string>,
): MadeNames {
  const used = new Map(uses.map(({ within, module, element, pattern }) => [useKey(within, module, element), pattern]));
  const given = new Map<string, Map<string, Named | undefined>>();
  for (const { module, within, element, text, named } of values) {
    const use = useKey(within, module, element);
    const known = given.get(use) ?? new Map<string, Named | undefined>();
    given.set(use, known);
    known.set(text, named ?? known.get(text));
  }
  const names = new Map<string, Map<string, NameKind>>();
  for (const { kind, defines, pattern, name } of all) {
    if (!defines || pattern === undefined || (kind !== 'element' && kind !== 'claim point')) continue;
    const known = names.get(pattern) ?? new Map();
    names.set(pattern, known);
    if (kind === 'element' || !known.has(name)) known.set(name, kind);
  }

  function partsOf(id: string, module: string, within?: string): readonly MadePart[] {
    const [first = '', ...others] = id.split('.');
    const inside = within !== undefined && names.get(within)?.has(first) === true;
    let use = useKey(inside ? within : undefined, module, first);
    let from = first.length + 1;
    let known: Values = new Map();
    const parts: MadePart[] = [];
    for (const other of others) {
      const pattern = used.get(use);
      const name = pattern === undefined ? undefined : startOf(other, names.get(pattern));
      if (pattern === undefined || name === undefined) break;
      known = new Map([...known, ...(given.get(use) ?? [])]);
      const kind = names.get(pattern)!.get(name)!;
      const to = from + name.length;
      parts.push({ pattern, module: homes.get(pattern) ?? '', kind, name, isValue: false, from, to });
      parts.push(...valuesIn(other.slice(name.length), to, known));
      use = useKey(pattern, '', name);
      from += other.length + 1;
    }
    return parts;
  }

  return { partsOf };
}

/** Elements of a pattern are its own, in whatever module it stands. */
function useKey(within: string | undefined, module: string, element: string): string {
  return `${within ?? ''}\n${within === undefined ? module : ''}\n${element}`;
}

/** The names that were given in `-coder-box`, of which each may hold `-` itself; none where it cannot be read so. */
function valuesIn(text: string, from: number, known: Values): readonly MadePart[] {
  // From the end: the longest value that stands at each place from which on the text can be read.
  const values = new Map<number, string>();
  for (let at = text.lastIndexOf('-'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('-', at - 1)) {
    for (const value of known.keys()) {
      const end = at + 1 + value.length;
      const fits = text.startsWith(value, at + 1) && (end === text.length || values.has(end));
      if (fits && value.length > (values.get(at)?.length ?? -1)) values.set(at, value);
    }
  }
  const parts: MadePart[] = [];
  for (let at = 0, value = values.get(0); value !== undefined; value = values.get(at)) {
    const named = known.get(value);
    const [start, end] = [at + 1, at + 1 + value.length];
    at = end;
    if (named === undefined) continue;
    const { name, kind, module, pattern } = named;
    parts.push({ pattern, module, kind, name, isValue: true, from: from + start, to: from + end });
  }
  return parts;
}

/** The longest name that the text is, or that `-` and a value follow in it. */
function startOf(text: string, names: ReadonlyMap<string, unknown> = new Map()): string | undefined {
  for (let end = text.length; end > 0; end = text.lastIndexOf('-', end - 1)) {
    if (names.has(text.slice(0, end))) return text.slice(0, end);
  }
  return undefined;
}
