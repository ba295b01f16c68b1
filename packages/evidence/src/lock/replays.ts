import { fault } from '../attestation/index.js';
import type { Measurement } from './measure-evidence.js';

/** Statements that are cited for several pieces of evidence whose sources are not the same: none of them counts. */
export function withReplays(found: readonly Measurement[]): Measurement[] {
  const citing = new Map<string, Measurement[]>();
  for (const one of found) {
    const statement = one.attestation?.statement;
    if (statement !== undefined) citing.set(statement, [...(citing.get(statement) ?? []), one]);
  }
  return found.map((one) => {
    const all = citing.get(one.attestation?.statement ?? '') ?? [];
    const others = all.filter((other) => sourcesOf(other) !== sourcesOf(one)).map(({ evidence }) => evidence.id);
    const { attestation } = one;
    if (attestation === undefined || others.length === 0) return one;
    const detail = `the same statement is cited for evidence ${others.join(', ')}, whose sources are others`;
    const check = { ...attestation.check, faults: [...attestation.check.faults, fault('replayed', detail)] };
    return { ...one, measure: { ...one.measure, attestation: check }, attestation: { ...attestation, check } };
  });
}

function sourcesOf({ measure }: Measurement): string {
  return [...measure.digests].sort().join();
}
