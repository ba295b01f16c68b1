import { type Arithmetic, commonCauseEvents, levelProbabilities } from '../common-cause/index.js';
import { pointValues, type Terms, termsBuilder } from '../uncertainty/index.js';
import { expressionTerms } from './expression-terms.js';
import { type BasicEvent, type CommonCauseGroup, idOf, type OpenPsaModel } from './model.js';
import { type ModelPlace, type ModelProblem, problemAt } from './problem.js';
import { quoted } from './xml-node.js';

/** A leaf of the model: a basic event, or members of a common-cause group that fail together. */
export type LeafEvent =
  | { readonly kind: 'basic-event'; readonly name: string; readonly place: ModelPlace }
  | {
      readonly kind: 'ccf-event';
      /** The members in brackets, as SCRAM writes it: `[PumpOne PumpTwo]`. */
      readonly name: string;
      readonly group: string;
      readonly groupSize: number;
      readonly members: readonly string[];
      readonly place: ModelPlace;
    };

export interface Leaves {
  readonly events: readonly LeafEvent[];
  readonly probabilities: Float64Array;
  readonly terms: Terms;
  /** Of all terms. */
  readonly values: Float64Array;
  readonly leafTerms: readonly number[];
  readonly usesMissionTime: boolean;
}

export interface LeafBuilder {
  /** Takes an event in, at a place that refers to it. */
  add(event: BasicEvent, place: ModelPlace): ModelProblem | undefined;
  /** The leaves that make an event happen: itself, or the events of its group that it is in. */
  partsOf(event: BasicEvent): readonly number[];
  finish(): Leaves;
}

/** Collects the leaves of a model and the terms of their probabilities; groups are expanded where that is wanted. */
export function leafBuilder(model: OpenPsaModel, commonCause: boolean, missionTime: number): LeafBuilder {
  const builder = termsBuilder();
  const { termOf, usesMissionTime } = expressionTerms(model, builder, missionTime);
  const events: LeafEvent[] = [];
  const leafTerms: number[] = [];
  const parts = new Map<string, number[]>();
  const expanded = new Set<string>();
  const distributions = new Map<string, number | ModelProblem>();

  const arithmetic: Arithmetic<number> = {
    constant: builder.constant,
    add: (values) => builder.apply('add', ...values),
    subtract: (x, y) => builder.apply('sub', x, y),
    multiply: (values) => builder.apply('mul', ...values),
    divide: (x, y) => builder.apply('div', x, y),
  };

  const leaf = (event: LeafEvent, term: number): number => {
    events.push(event);
    return leafTerms.push(term) - 1;
  };

  const distributionOf = (group: CommonCauseGroup): number | ModelProblem => {
    const id = idOf(group);
    const term = distributions.get(id) ?? termOf(group.distribution, group.scope);
    distributions.set(id, term);
    return term;
  };

  const expand = (group: CommonCauseGroup): ModelProblem | undefined => {
    const total = distributionOf(group);
    if (typeof total !== 'number') return total;
    const factors: number[] = [];
    for (const { expression } of group.factors) {
      const term = termOf(expression, group.scope);
      if (typeof term !== 'number') return term;
      factors.push(term);
    }
    const values = pointValues(builder.terms);
    const wrong = group.factors.find((_, i) => !(values[factors[i]!]! >= 0 && values[factors[i]!]! <= 1));
    if (wrong !== undefined)
      return problemAt(
        'domain',
        wrong.expression.place,
        `common-cause group ${quoted(group.name)} has the factor ${values[factors[group.factors.indexOf(wrong)]!]}`,
        'a number from 0 to 1',
      );
    const sum = factors.reduce((s, term) => s + values[term]!, 0);
    if (group.model === 'phi-factor' && Math.abs(sum - 1) > 1e-4)
      return problemAt(
        'domain',
        group.place,
        `the factors of the common-cause group ${quoted(group.name)} add up to ${sum}`,
        'a sum of 1',
      );
    const size = group.members.length;
    const levels = levelProbabilities(group.model, size, total, factors, arithmetic);
    const present = levels.flatMap((term, i) => (term === undefined ? [] : [i + 1]));
    for (const set of commonCauseEvents(size, present)) {
      const members = set.map((i) => group.members[i]!);
      const name = `[${members.join(' ')}]`;
      const { place } = group;
      const of: LeafEvent = { kind: 'ccf-event', name, group: idOf(group), groupSize: size, members, place };
      const at = leaf(of, levels[set.length - 1]!);
      for (const member of members) parts.set(member, [...(parts.get(member) ?? []), at]);
    }
    return undefined;
  };

  return {
    add: (event, place) => {
      const id = idOf(event);
      if (parts.has(id)) return undefined;
      const group = event.group === undefined ? undefined : model.groups.get(event.group);
      if (group !== undefined && commonCause && !expanded.has(event.group!)) {
        expanded.add(event.group!);
        return expand(group);
      }
      if (group === undefined && event.expression === undefined)
        return problemAt(
          'no-probability',
          place,
          `basic event ${quoted(id)} has no probability (defined at ${event.place.line}:${event.place.column})`,
          'an expression',
        );
      const term = group === undefined ? termOf(event.expression!, event.scope) : distributionOf(group);
      if (typeof term !== 'number') return term;
      parts.set(id, [leaf({ kind: 'basic-event', name: id, place: event.place }, term)]);
      return undefined;
    },
    partsOf: (event) => parts.get(idOf(event))!,
    finish: () => {
      const values = pointValues(builder.terms);
      const probabilities = Float64Array.from(leafTerms, (term) => values[term]!);
      return { events, probabilities, terms: builder.terms, values, leafTerms, usesMissionTime: usesMissionTime() };
    },
  };
}
