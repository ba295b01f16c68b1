import { namesIn, parseExpression } from '../../expression/index.js';
import type { Mention, NameKind } from './shape.js';

/** A name in the value of a scalar. */
export interface NameSpan {
  readonly kind: NameKind;
  readonly from: number;
  readonly to: number;
}

/** The names that a value holds, by what may stand at its place. */
export function nameSpans(value: string, { kind, form }: Mention): readonly NameSpan[] {
  switch (form) {
    case 'id':
      return [{ kind, from: 0, to: value.length }];
    case 'leaf':
      return [{ kind, from: 0, to: value.length - (value.endsWith('.inference') ? '.inference'.length : 0) }];
    case 'link':
      return linkSpans(value, kind);
    case 'any':
      return value.includes('->') ? linkSpans(value, kind) : nameSpans(value, { kind, form: 'leaf' });
    case 'expression':
      return expressionSpans(value);
    case 'per': {
      const [, before = '', name = ''] = /^(\s*per\s+)(\S+)\s*$/.exec(value) ?? [];
      return name === '' ? [] : [{ kind, from: before.length, to: before.length + name.length }];
    }
  }
}

function linkSpans(value: string, kind: NameKind): readonly NameSpan[] {
  const [, before = '', from = '', arrow = '', to = ''] = /^(\s*)(\S+?)(?:(\s*->\s*)(\S+))?\s*$/.exec(value) ?? [];
  const first = { kind, from: before.length, to: before.length + from.length };
  if (to === '') return [first];
  const start = first.to + arrow.length;
  return [first, { kind, from: start, to: start + to.length }];
}

/** Quantities, and the subsystem of `system.coder.copies`. A text that is no expression holds no names. */
function expressionSpans(value: string): readonly NameSpan[] {
  const { ast } = parseExpression(value);
  if (ast === undefined) return [];
  return namesIn(ast).map(({ name, from, to }): NameSpan => {
    const own = /^system\.(.+)\.[^.]+$/.exec(name)?.[1];
    if (own === undefined) return { kind: 'quantity', from, to };
    return { kind: 'subsystem', from: from + 'system.'.length, to: from + 'system.'.length + own.length };
  });
}
