import type { Named } from './named.js';

/** An element that uses a pattern. */
export interface UseOfPattern {
  readonly module: string;
  /** Pattern in whose argument it stands. */
  readonly within?: string;
  readonly element: string;
  readonly pattern: string;
}

/** A part of an id such as `G5.G2-coder.Sn1`: the element of a pattern that it is made of, here `G2` and then `Sn1`. */
export interface MadePart {
  readonly pattern: string;
  /** The module of the file that the pattern stands in. */
  readonly module: string;
  readonly kind: 'element' | 'claim point';
  readonly name: string;
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
  /** The module of the file that a pattern stands in. */
  homes: ReadonlyMap<string, string>,
): MadeNames {
  const used = new Map(
    uses.map((one) => [key(one.within, one.within === undefined ? one.module : '', one.element), one.pattern]),
  );
  const names = new Map<string, Map<string, MadePart['kind']>>();
  for (const { kind, defines, pattern, name } of all) {
    if (!defines || pattern === undefined || (kind !== 'element' && kind !== 'claim point')) continue;
    const known = names.get(pattern) ?? new Map();
    names.set(pattern, known);
    if (kind === 'element' || !known.has(name)) known.set(name, kind);
  }

  function partsOf(id: string, module: string, within?: string): readonly MadePart[] {
    const [first = '', ...others] = id.split('.');
    const inside = within !== undefined && names.get(within)?.has(first) === true;
    let pattern = used.get(inside ? key(within, '', first) : key(undefined, module, first));
    let from = first.length + 1;
    const parts: MadePart[] = [];
    for (const other of others) {
      const name = pattern === undefined ? undefined : startOf(other, names.get(pattern));
      if (pattern === undefined || name === undefined) break;
      const kind = names.get(pattern)!.get(name)!;
      parts.push({ pattern, module: homes.get(pattern) ?? '', kind, name, from, to: from + name.length });
      pattern = used.get(key(pattern, '', name));
      from += other.length + 1;
    }
    return parts;
  }

  return { partsOf };
}

function key(within: string | undefined, module: string, element: string): string {
  return `${within ?? ''}\n${module}\n${element}`;
}

/** The longest name that the text is, or that `-` and a value follow in it. */
function startOf(text: string, names: ReadonlyMap<string, unknown> = new Map()): string | undefined {
  for (let end = text.length; end > 0; end = text.lastIndexOf('-', end - 1)) {
    if (names.has(text.slice(0, end))) return text.slice(0, end);
  }
  return undefined;
}
