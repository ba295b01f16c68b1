import type { Case, Evidence } from '@surety/core/case';
import { bareCase } from '../../../core/src/case/bare.testing.js';

const origin = { file: 'case.yaml', path: [] };

/** A case that holds nothing but evidence. */
export function caseWith(...evidence: readonly Evidence[]): Case {
  return bareCase({ evidence });
}

/** Evidence over one or more sources with the rate of `passed`. */
export function evidenceOf(id: string, paths: readonly string[], more: Partial<Evidence> = {}): Evidence {
  return {
    id,
    sources: paths.map((path) => ({ path, origin })),
    pool: paths.length > 1,
    measure: {
      kind: 'rate',
      success: 'passed',
      groupBy: 'sample',
      errors: 'worst',
      invalid: 'worst',
      limits: 'worst',
      refusals: 'worst',
      partial: 'worst',
      origin,
    },
    keys: [],
    trials: [],
    map: {},
    origin: { file: 'case.yaml', path: ['evidence', id] },
    ...more,
  };
}
