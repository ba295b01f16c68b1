import type { AttestationFault, AttestationFaultKind } from '@surety/core/case';

export function fault(kind: AttestationFaultKind, detail: string): AttestationFault {
  return { kind, detail };
}

/** A value, or what is wrong. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: AttestationFault };

export function wrong(kind: AttestationFaultKind, detail: string): Checked<never> {
  return { ok: false, fault: fault(kind, detail) };
}
