import { canonicalDigest } from '../../canonical/index.js';
import type { Case } from '../../case/index.js';
import type { RedactionPlan } from './plan.js';
import type { WithheldItem } from './withheld.js';

/** Digits (hex) of the digests that are shown. */
const digits = 12;

/** Of everything that is withheld by itself, by kind and id. */
export function digestsOf(of: Case, plan: RedactionPlan): ReadonlyMap<string, string> {
  const all = [
    ...of.elements.map((one) => ['element', one.id, one] as const),
    ...of.evidence.map((one) => ['evidence', one.id, one] as const),
    ...of.quantities.map((one) => ['quantity', one.name, one] as const),
  ];
  return new Map(
    all.flatMap(([kind, id, content]) =>
      reasonsOf(plan, kind).has(id)
        ? [[`${kind} ${id}`, canonicalDigest(withoutOrigins(content)).slice(0, digits)] as const]
        : [],
    ),
  );
}

/** What is said, without where it stands. */
function withoutOrigins(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOrigins);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (key === 'origin' ? [] : [[key, withoutOrigins(one)] as const])),
  );
}

/** Why each thing of a kind is withheld. */
export function reasonsOf(plan: RedactionPlan, kind: WithheldItem['kind']): ReadonlyMap<string, string | undefined> {
  return { element: plan.elements, evidence: plan.evidence, quantity: plan.quantities }[kind];
}
