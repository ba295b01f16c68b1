import type { QuantityAssessment } from '@surety/core/doubt';

/** A row for the calculator of Pareto fronts. */
export interface ProtocolRow {
  readonly [column: string]: string | number | undefined;
  readonly protocol: string;
  readonly usefulness?: number;
  readonly safety: number;
}

/**
 * Protocols of a case: a quantity `safety_NAME`, and, if it is known, `usefulness_NAME`; their means are compared. A
 * quantity that may not be used makes no point.
 */
export function protocolsIn(quantities: readonly QuantityAssessment[]): readonly ProtocolRow[] {
  const means = new Map(quantities.flatMap(({ name, mean }) => (mean === undefined ? [] : [[name, mean] as const])));
  return [...means].flatMap(([name, safety]): ProtocolRow[] => {
    const protocol = /^safety_(.+)$/.exec(name)?.[1];
    if (protocol === undefined) return [];
    const usefulness = means.get(`usefulness_${protocol}`);
    return [{ protocol, safety, ...(usefulness === undefined ? {} : { usefulness }) }];
  });
}
