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

/** A name that an element gives to the pattern that it uses, and that ids of what is made `per` it end with. */
export interface ValueOfUse extends Pick<UseOfPattern, 'module' | 'within' | 'element'> {
  readonly value: Named;
}

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
  const given = new Map<string, Named[]>();
  for (const { module, within, element, value } of values) {
    const use = useKey(within, module, element);
    given.set(use, [...(given.get(use) ?? []), value]);
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
    let known: readonly Named[] = [];
    const parts: MadePart[] = [];
    for (const other of others) {
      const pattern = used.get(use);
      const name = pattern === undefined ? undefined : startOf(other, names.get(pattern));
      if (pattern === undefined || name === undefined) break;
      known = [...known, ...(given.get(use) ?? [])];
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
function valuesIn(text: string, from: number, known: readonly Named[]): readonly MadePart[] {
  if (text === '') return [];
  for (const { name, kind, module, pattern } of known) {
    if (!text.startsWith(`-${name}`)) continue;
    const start = from + 1;
    const to = start + name.length;
    const rest = text.slice(1 + name.length);
    const others = valuesIn(rest, to, known);
    if (rest !== '' && others.length === 0) continue;
    return [{ pattern, module, kind, name, isValue: true, from: start, to }, ...others];
  }
  return [];
}

/** The longest name that the text is, or that `-` and a value follow in it. */
function startOf(text: string, names: ReadonlyMap<string, unknown> = new Map()): string | undefined {
  for (let end = text.length; end > 0; end = text.lastIndexOf('-', end - 1)) {
    if (names.has(text.slice(0, end))) return text.slice(0, end);
  }
  return undefined;
}
