import type { Family, TermsBuilder } from '../uncertainty/index.js';
import type { DeviateName, Expression } from './expression.js';
import { idOf, type OpenPsaModel } from './model.js';
import { type ModelProblem, problemAt } from './problem.js';
import { find, undefinedName } from './resolve.js';
import { quoted } from './xml-node.js';

/** Where on a path of an event tree an expression is looked at; absent in a fault tree. */
export interface PathContext {
  readonly initiatingEvent: string;
  /** States of the functional events that the path has passed. */
  readonly states: ReadonlyMap<string, string>;
}

/** Expressions inside expressions and parameters, all together. */
const deepest = 1000;

const families: Readonly<Record<DeviateName, readonly [two: Family, three?: Family]>> = {
  'uniform-deviate': ['uniform'],
  'normal-deviate': ['normal'],
  'lognormal-deviate': ['lognormal', 'lognormal-by-error-factor'],
  'gamma-deviate': ['gamma'],
  'beta-deviate': ['beta'],
};

export type TermOf = (expression: Expression, scope: readonly string[], context?: PathContext) => number | ModelProblem;

/**
 * Turns expressions into terms. A parameter is one term wherever it is used, and so is a distribution by its place in the
 * text: this is what makes two events that share a parameter vary together.
 */
export function expressionTerms(
  model: OpenPsaModel,
  builder: TermsBuilder,
  missionTime: number,
): { readonly termOf: TermOf; readonly usesMissionTime: () => boolean } {
  let asked = false;
  const parameters = new Map<PathContext | undefined, Map<string, number>>();
  const deviates = new Map<Expression, Map<string, number>>();
  const open = new Set<string>();
  let depth = 0;

  const termOf: TermOf = (expression, scope, context) => {
    if (depth >= deepest)
      return problemAt('limit', expression.place, 'the expression is nested too deep', `at most ${deepest} levels`);
    depth += 1;
    const term = made(expression, scope, context);
    depth -= 1;
    return term;
  };

  /** Terms of all, or the first problem. */
  const termsOf = (
    expressions: readonly Expression[],
    scope: readonly string[],
    context: PathContext | undefined,
  ): number[] | ModelProblem => {
    const terms: number[] = [];
    for (const expression of expressions) {
      const term = termOf(expression, scope, context);
      if (typeof term !== 'number') return term;
      terms.push(term);
    }
    return terms;
  };

  const deviate = (expression: Expression, family: Family, inputs: readonly number[]): number => {
    const known = deviates.get(expression) ?? new Map<string, number>();
    deviates.set(expression, known);
    const key = inputs.join(' ');
    const term = known.get(key) ?? builder.deviate(family, ...inputs);
    known.set(key, term);
    return term;
  };

  const parameter = (
    { to, place }: Extract<Expression, { kind: 'parameter' }>,
    scope: readonly string[],
    context: PathContext | undefined,
  ): number | ModelProblem => {
    const found = find(model.parameters, to, scope);
    if (found === undefined) return undefinedName('parameter', to, place, model.parameters.keys());
    const id = idOf(found);
    const known = parameters.get(context) ?? new Map<string, number>();
    parameters.set(context, known);
    const before = known.get(id);
    if (before !== undefined) return before;
    if (open.has(id))
      return problemAt('cycle', place, `parameter ${quoted(id)} depends on itself`, 'parameters without a cycle');
    open.add(id);
    const term = termOf(found.expression, found.scope, context);
    open.delete(id);
    if (typeof term === 'number') known.set(id, term);
    return term;
  };

  const made = (
    expression: Expression,
    scope: readonly string[],
    context: PathContext | undefined,
  ): number | ModelProblem => {
    switch (expression.kind) {
      case 'constant':
        return builder.constant(expression.value);
      case 'pi':
        return builder.constant(Math.PI);
      case 'mission-time':
        asked = true;
        return builder.constant(missionTime);
      case 'parameter':
        return parameter(expression, scope, context);
      case 'apply': {
        const inputs = termsOf(expression.inputs, scope, context);
        return Array.isArray(inputs) ? builder.apply(expression.operation, ...inputs) : inputs;
      }
      case 'deviate': {
        const inputs = termsOf(expression.inputs, scope, context);
        if (!Array.isArray(inputs)) return inputs;
        const [two, three] = families[expression.name];
        return deviate(expression, inputs.length === 3 && three !== undefined ? three : two, inputs);
      }
      case 'histogram': {
        const { lower, bins } = expression;
        const inputs = termsOf([lower, ...bins.flatMap(({ upper, weight }) => [upper, weight])], scope, context);
        return Array.isArray(inputs) ? deviate(expression, 'histogram', inputs) : inputs;
      }
      case 'switch': {
        const { cases, otherwise } = expression;
        const parts = termsOf([otherwise, ...cases.flatMap(({ when, value }) => [when, value])], scope, context);
        if (!Array.isArray(parts)) return parts;
        let result = parts[0];
        for (let i = cases.length - 1; i >= 0; i--)
          result = builder.apply('ite', parts[1 + 2 * i], parts[2 + 2 * i], result);
        return result;
      }
      case 'test-initiating-event':
      case 'test-functional-event': {
        if (context === undefined)
          return problemAt(
            'not-supported',
            expression.place,
            `<${expression.kind}> asks for a path of an event tree, and there is none here`,
            'it to stand in an event tree',
          );
        const holds =
          expression.kind === 'test-initiating-event'
            ? context.initiatingEvent === expression.name
            : context.states.get(expression.name) === expression.state;
        return builder.constant(holds ? 1 : 0);
      }
    }
  };
  return { termOf, usesMissionTime: () => asked };
}
