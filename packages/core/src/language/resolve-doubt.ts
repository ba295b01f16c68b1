import type { DoubtValue, Opinion, Origin, Path, Quantity, StatedDoubt, TextDistribution } from '../case/index.js';
import type { DistributionText, DoubtText, OpinionText, QuantityText } from '../schema/index.js';
import { confidential } from './confidential.js';

/** A doubt in any of its forms, as opinions. */
export function resolveDoubt(text: DoubtText, origin: Origin): StatedDoubt {
  const { file, path } = origin;
  if (Array.isArray(text)) {
    return { opinions: text.map((one, index) => resolveOpinion(one, { file, path: [...path, index] })), origin };
  }
  return { opinions: [resolveOpinion(text, origin)], origin };
}

function resolveOpinion(text: number | string | OpinionText, origin: Origin): Opinion {
  if (typeof text === 'number' || typeof text === 'string') return { value: doubtValue(text), origin };
  const { by, date, because } = text;
  return {
    value: doubtValue(text.elicited ?? text),
    ...(by === undefined ? {} : { by }),
    ...(date === undefined ? {} : { date }),
    ...(because === undefined ? {} : { because }),
    origin,
  };
}

function doubtValue(text: number | string | DistributionText): DoubtValue {
  if (typeof text === 'number') return { kind: 'number', value: text };
  if (typeof text === 'string') return { kind: 'quantity', name: text };
  return { kind: 'distribution', distribution: distribution(text)! };
}

function distribution({ between, beta, pert }: DistributionText): TextDistribution | undefined {
  if (between !== undefined) return { kind: 'between', lo: between[0], hi: between[1] };
  if (beta !== undefined) return { kind: 'beta', a: beta[0], b: beta[1] };
  if (pert !== undefined) return { kind: 'pert', min: pert[0], mode: pert[1], max: pert[2] };
  return undefined;
}

/** A quantity in any of its forms. Expressions stay text: `quantities/` reads them, and knows their place. */
export function resolveQuantity(name: string, text: QuantityText, file: string, path: Path): Quantity {
  const origin = { file, path };
  if (typeof text === 'number') return { name, definition: { kind: 'number', value: text }, origin };
  if (typeof text === 'string') return { name, definition: { kind: 'expression', text, origin }, origin };
  const { unit, because } = text;
  const marked = confidential(text.confidential);
  return {
    name,
    ...(unit === undefined ? {} : { unit }),
    ...(because === undefined ? {} : { because }),
    definition: definition(text, origin),
    ...(marked === undefined ? {} : { confidential: marked }),
    origin,
  };
}

function definition(text: Exclude<QuantityText, number | string>, origin: Origin): Quantity['definition'] {
  const { evidence, expression } = text;
  if (evidence !== undefined) return { kind: 'evidence', evidence };
  if (typeof expression === 'number') return { kind: 'number', value: expression };
  if (expression !== undefined) {
    return {
      kind: 'expression',
      text: expression,
      origin: { file: origin.file, path: [...origin.path, 'expression'] },
    };
  }
  return { kind: 'distribution', distribution: distribution(text)! };
}
