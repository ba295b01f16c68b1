import { nearest } from '../../case/index.js';
import { idPattern } from '../../schema/index.js';
import { entryOf, type MapNode, type Span } from '../tree.js';
import type { Fault } from './fault.js';
import type { BoundScalar, Value } from './fill.js';
import type { PatternText } from './pattern-text.js';
import type { Scope } from './scope.js';

/** What is given for a parameter. */
export interface Binding {
  /** At least one. */
  readonly values: readonly Value[];
  /** What ids end with where an element is made for each value. */
  readonly labels: readonly string[];
  readonly at: Span;
}

export type Bindings = ReadonlyMap<string, Binding>;

/** Reads `with` of a `uses`. Undefined (and reported) where it gives what the pattern does not take. */
export function bind(pattern: PatternText, uses: MapNode, scope: Scope, fault: Fault): Bindings | undefined {
  const bindings = new Map<string, Binding>();
  const given = entryOf(uses, 'with')?.value;
  if (given?.kind !== 'map') return bindings;
  let fits = true;
  for (const { key, keyStart: start, keyEnd: end, value: node } of given.entries) {
    if (!pattern.parameters.has(key)) {
      const names = [...pattern.parameters.keys()];
      const near = nearest(key, names);
      const hint =
        near !== undefined
          ? `Did you mean \`${near}\`?`
          : names.length === 0
            ? 'It has none.'
            : `It has ${names.join(', ')}.`;
      fault('unknown-parameter', { start, end }, `The pattern \`${pattern.id}\` has no parameter \`${key}\`.`, {
        hint,
      });
      fits = false;
      continue;
    }
    const scalars = (node.kind === 'list' ? node.items : [node]).filter((item) => item.kind === 'scalar');
    const values = scalars.map((scalar: BoundScalar): Value => {
      const { value, start: from, end: to } = scalar;
      const kept = typeof value === 'number' ? value : String(value);
      return { value: kept, scope: scalar.scope ?? scope, start: from, end: to };
    });
    if (values.length === 0) {
      fault('empty', node, `Expected at least one value for the parameter \`${key}\`, found an empty list.`);
      fits = false;
    } else {
      checkRepeated(key, values, fault);
      bindings.set(key, { values, labels: labelsOf(values), at: node });
    }
  }
  return fits ? bindings : undefined;
}

/** Two tests of one thing would count as two: the doubt would be too small. Equal numbers may be meant. */
function checkRepeated(parameter: string, values: readonly Value[], fault: Fault): void {
  const seen = new Set<string | number>();
  for (const { value, start, end } of values) {
    if (typeof value === 'string' && seen.has(value)) {
      const message = `The value '${value}' is given twice for the parameter \`${parameter}\`, so what is made \`per ${parameter}\` is made twice for it, and counted as two.`;
      fault('repeated-value', { start, end }, message, { hint: 'Take one of them out.' });
    }
    seen.add(value);
  }
}

/** The values themselves where they can stand in ids and differ, else their numbers. */
function labelsOf(values: readonly Value[]): readonly string[] {
  const texts = values.map(({ value }) => String(value));
  const fit = texts.every((text) => idPattern.test(text)) && new Set(texts).size === texts.length;
  return fit ? texts : texts.map((_, index) => String(index + 1));
}
