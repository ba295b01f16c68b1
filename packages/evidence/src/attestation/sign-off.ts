import type { KeyObject } from 'node:crypto';
import type { SignatureCheck, SignOff } from '@surety/core/case';
import { readEnvelope, signerOf, signStatement } from './envelope.js';
import { parseObject } from './parse-json.js';
import type { PinnedKey } from './pinned-keys.js';
import { predicateTypes } from './predicates.js';
import { readStatement, statementOf } from './statement.js';

/** What a signed sign-off says: the record, of which case, and the bytes of the statement where that is a file. */
export interface SignOffPredicate {
  readonly case: string;
  readonly role: string;
  readonly who: string;
  readonly of: string;
  readonly date?: string;
  readonly element?: string;
  readonly statement?: string;
  readonly statementDigest?: string;
}

/** A sign-off in the case with this id; `statementDigest` where its statement is a file. */
export interface SignedRecord {
  readonly case: string;
  readonly record: Omit<SignOff, 'origin' | 'check' | 'signature'>;
  readonly statementDigest?: string;
}

/** The text of a DSSE envelope around an in-toto statement: its subject is the content that is signed. */
export function signSignOff(signed: SignedRecord, privateKey: KeyObject): string {
  const { element, of } = signed.record;
  const subjects = [{ name: element ?? signed.case, digest: of }];
  return signStatement(statementOf(subjects, predicateTypes.signOff, predicateOf(signed)), privateKey);
}

/** Whether the envelope was signed by one of the keys and says exactly what the record says. */
export function checkSignOff(
  bytes: Uint8Array,
  file: string,
  keys: readonly PinnedKey[],
  signed: SignedRecord,
): SignatureCheck {
  const refused = (why: string): SignatureCheck => ({ kind: 'refused', why });
  const parsed = parseObject(bytes, file);
  const envelope = parsed.ok ? readEnvelope(parsed.value, file) : parsed;
  if (!envelope.ok) return refused(envelope.fault.detail);
  const signer = signerOf(envelope.value, keys, file);
  if (!signer.ok) return refused(signer.fault.detail);
  const statement = readStatement(envelope.value.payload, file);
  if (!statement.ok) return refused(statement.fault.detail);
  const { subjects, predicateType, predicate } = statement.value;
  if (predicateType !== predicateTypes.signOff) return refused(`${file} is no sign-off: it is ${predicateType}`);
  const { of } = signed.record;
  if (subjects.length !== 1 || subjects[0]!.digest !== of)
    return refused(`${file} is about another content than ${of}`);
  const expected: Readonly<Record<string, string | undefined>> = { ...predicateOf(signed) };
  const names = [...new Set([...Object.keys(expected), ...Object.keys(predicate)])];
  const apart = names.find((name) => expected[name] !== predicate[name]);
  if (apart !== undefined) return refused(`${file} was signed with another ${apart} than the record says`);
  return { kind: 'verified', by: `the key ${signer.value.id} (${signer.value.file})` };
}

function predicateOf({ case: id, record, statementDigest }: SignedRecord): SignOffPredicate {
  const { role, who, of, date, element, statement } = record;
  return {
    ...{ case: id, role, who, of },
    ...(date === undefined ? {} : { date }),
    ...(element === undefined ? {} : { element }),
    ...(statement === undefined ? {} : { statement }),
    ...(statementDigest === undefined ? {} : { statementDigest }),
  };
}
