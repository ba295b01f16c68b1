import type { Expression } from './expression.js';
import type { Formula } from './formula.js';
import { type Tag, tag } from './xml-text.js';

export function formulaTag(formula: Formula): Tag {
  switch (formula.kind) {
    case 'constant':
      return constantTag(formula.value);
    case 'reference':
      return tag(formula.type === 'any' ? 'event' : formula.type, { name: formula.to }, []);
    default: {
      const { kind, inputs, min, max } = formula;
      return tag(kind, { min: min?.toString(), max: max?.toString() }, inputs.map(formulaTag));
    }
  }
}

export function constantTag(value: boolean): Tag {
  return tag('constant', { value: String(value) }, []);
}

export function expressionTag(expression: Expression): Tag {
  switch (expression.kind) {
    case 'constant': {
      const { type, value } = expression;
      return tag(
        type,
        { value: type === 'bool' ? String(value === 1) : Object.is(value, -0) ? '-0' : String(value) },
        [],
      );
    }
    case 'pi':
      return tag('pi', {}, []);
    case 'mission-time':
      return tag('system-mission-time', {}, []);
    case 'parameter':
      return tag('parameter', { name: expression.to }, []);
    case 'apply':
      return tag(expression.operation, {}, expression.inputs.map(expressionTag));
    case 'deviate':
      return tag(expression.name, {}, expression.inputs.map(expressionTag));
    case 'histogram': {
      const bins = expression.bins.map(({ upper, weight }) =>
        tag('bin', {}, [expressionTag(upper), expressionTag(weight)]),
      );
      return tag('histogram', {}, [expressionTag(expression.lower), ...bins]);
    }
    case 'switch': {
      const cases = expression.cases.map(({ when, value }) =>
        tag('case', {}, [expressionTag(when), expressionTag(value)]),
      );
      return tag('switch', {}, [...cases, expressionTag(expression.otherwise)]);
    }
    case 'test-initiating-event':
      return tag(expression.kind, { name: expression.name }, []);
    case 'test-functional-event':
      return tag(expression.kind, { name: expression.name, state: expression.state }, []);
  }
}
