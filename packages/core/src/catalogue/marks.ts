import type { Provenance } from './fact.js';

/** A sign for where a fact comes from, where there is no room for words. */
export const provenanceMarks: Readonly<Record<Provenance, string>> = {
  'from the paper': '*',
  reconstruction: '~',
  'from the literature': '†',
  'from a law or code': '§',
  'own file': '◆',
};

/** What the signs mean, of those that are used. */
export function marksLegend(used: Iterable<Provenance>): string {
  const all = new Set(used);
  return (Object.keys(provenanceMarks) as Provenance[])
    .filter((one) => all.has(one))
    .map((one) => `${provenanceMarks[one]} ${one}`)
    .join(' · ');
}
