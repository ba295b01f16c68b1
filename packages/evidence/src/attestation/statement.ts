import { isObject, type JsonObject, type JsonValue } from '../json/index.js';
import { type Checked, wrong } from './fault.js';
import { parseObject } from './parse-json.js';

/** An in-toto Statement v1: what is said (the predicate) of which bytes (the subjects). */
export interface Statement {
  readonly subjects: readonly Subject[];
  readonly predicateType: string;
  readonly predicate: JsonObject;
}

export interface Subject {
  readonly name: string;
  /** `sha256:…` */
  readonly digest: string;
}

export const statementType = 'https://in-toto.io/Statement/v1';
const mostSubjects = 100_000;

/** Reads the payload of an envelope. Every subject must have a SHA-256 digest: it is what sources are known by. */
export function readStatement(payload: Uint8Array, file: string): Checked<Statement> {
  const bad = (what: string) => wrong('malformed', `the statement in ${file} does not fit: ${what}`);
  const parsed = parseObject(payload, `the statement in ${file}`);
  if (!parsed.ok) return parsed;
  const { _type, subject, predicateType, predicate } = parsed.value;
  if (_type !== statementType) return bad(`its _type is not ${statementType}`);
  if (!Array.isArray(subject) || subject.length === 0) return bad('it has no subject');
  if (subject.length > mostSubjects) return bad(`it has more than ${mostSubjects} subjects`);
  const subjects: Subject[] = [];
  for (const item of subject as readonly JsonValue[]) {
    const { name = '', digest } = isObject(item) ? item : {};
    const sha256 = isObject(digest) ? digest.sha256 : undefined;
    if (typeof name !== 'string' || typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
      return bad('a subject has no SHA-256 digest');
    subjects.push({ name, digest: `sha256:${sha256}` });
  }
  if (typeof predicateType !== 'string') return bad('it has no predicateType');
  if (!isObject(predicate)) return bad('it has no predicate');
  return { ok: true, value: { subjects, predicateType, predicate } };
}

/** A statement as it is written. */
export function statementOf(subjects: readonly Subject[], predicateType: string, predicate: unknown): unknown {
  const subject = subjects.map(({ name, digest }) => ({ name, digest: { sha256: digest.replace(/^sha256:/, '') } }));
  return { _type: statementType, subject, predicateType, predicate };
}
