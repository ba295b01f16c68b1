import type { Span } from './ast.js';

export type LexemeKind = 'number' | 'text' | 'name' | 'sign';

/** A piece of an expression as the grammar knows it. */
export interface Lexeme extends Span {
  readonly kind: LexemeKind;
  readonly text: string;
}

// Latin, Greek, Cyrillic, … and CJK letters, but no mathematical signs: `×` and `−` are not names.
const letter = '[A-Za-z_\\u00b5\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u3040-\\ud7ff]';
const word = `${letter}(?:${letter}|[0-9])*`;
const patterns: readonly (readonly [LexemeKind, RegExp])[] = [
  ['number', /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y],
  ['text', /"[^"\n]*"|'[^'\n]*'/y],
  ['name', new RegExp(`${word}(?:\\.${word})*`, 'y')],
  // A subsystem's id may hold hyphens, so that `system.coder-2.copies` is one name.
  ['name', new RegExp(`system\\.(?:${letter}|[0-9])(?:${letter}|[0-9]|-)*\\.${word}`, 'y')],
  ['sign', /<=|>=|==|!=|[<>+\-*/^(),]/y],
];
const space = /[ \t\n\r]*/y;

/** The longest piece of the grammar that begins at or after a place; nothing where none does, with where that is. */
export function scan(text: string, after: number): { readonly at: number; readonly lexeme?: Lexeme } {
  space.lastIndex = after;
  const at = after + space.exec(text)![0].length;
  let lexeme: Lexeme | undefined;
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined && found.length > (lexeme?.text.length ?? 0)) {
      lexeme = { kind, text: found, from: at, to: at + found.length };
    }
  }
  return { at, ...(lexeme === undefined ? {} : { lexeme }) };
}
