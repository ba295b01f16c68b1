/** A text between reading and printing: every comment has found what it belongs to, no value is interpreted. */

export type FormatValue =
  /** Nothing stands there. */
  | { readonly kind: 'none' }
  /** A scalar or alias as written; the lines after the first have lost their indentation. */
  | { readonly kind: 'scalar'; readonly lines: readonly string[] }
  /** `|` or `>`; lines without indentation. */
  | {
      readonly kind: 'block scalar';
      readonly header: string;
      readonly lines: readonly string[];
      readonly keep: boolean;
    }
  | FormatCollection;

export interface FormatCollection {
  readonly kind: 'map' | 'list';
  /** Was written in brackets. */
  readonly flow: boolean;
  /** Column it had; comments below it are judged by it. */
  readonly column: number;
  readonly entries: FormatEntry[];
  /** Comments after the last entry; an empty string is a blank line. */
  readonly foot: string[];
}

/** A map pair or list item; filled while it is read. */
export interface FormatEntry {
  /** Comment lines above; an empty string is a blank line. */
  readonly lead: string[];
  /** The key as written, with its anchor; absent in lists. */
  key?: string;
  /** What the key says, for the order of keys. */
  name?: string;
  /** Anchor and tag of the value. */
  props: string;
  value: FormatValue;
  /** The comment behind it, with the space before it. */
  trail?: string;
  /** Comments below a scalar that stand deeper than the entry. */
  readonly under: string[];
  /** Names of the anchors and of the aliases inside. */
  readonly anchors: Set<string>;
  readonly aliases: Set<string>;
}

export interface FormatDocument {
  /** Lines before the first section, apart from those that belong to it. */
  readonly head: readonly string[];
  /** Undefined in a text without content. */
  readonly root?: FormatCollection;
}

export function isCollection(value: FormatValue): value is FormatCollection {
  return value.kind === 'map' || value.kind === 'list';
}
