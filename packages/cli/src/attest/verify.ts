import { resolve } from 'node:path';
import type { Statement, Subject } from '@surety/evidence';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessCase } from '../load-case.js';
import { refuse } from '../refuse.js';
import { clean, counted } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import { ownVersion } from '../version.js';
import { publicKeysFrom } from './keys.js';
import { type AssessmentPredicate, predicateOf } from './predicate.js';
import { subjectsOf } from './subjects.js';

export interface VerifyOptions {
  readonly verify: string;
  readonly keys: readonly string[];
  readonly json?: boolean;
}

/** In what an attestation differs from the folder. */
interface Fault {
  readonly kind: 'signature' | 'key' | 'malformed' | 'subject' | 'verdict';
  readonly detail: string;
}

/** `surety attest --verify FILE --keys FILE [CASE]` */
export async function verifyAttestation(session: Session, path: string, options: VerifyOptions): Promise<ExitCode> {
  const { describe, parseObject, predicateTypes, readBounded, readEnvelope, readStatement, signerOf } = await import(
    '@surety/evidence'
  );
  const keys = await publicKeysFrom(session, options.keys);
  if (typeof keys === 'number') return keys;
  const file = options.verify;
  const bytes = readBounded(resolve(session.io.cwd, file), file);
  if (!bytes.ok) return unusable(session, describe(bytes.problem));
  const parsed = parseObject(bytes.value, file);
  const envelope = parsed.ok ? readEnvelope(parsed.value, file) : parsed;
  if (!envelope.ok) return unusable(session, envelope.fault.detail);
  const signer = signerOf(envelope.value, keys, file);
  const statement = readStatement(envelope.value.payload, file);
  if (!statement.ok) return unusable(session, statement.fault.detail);
  const predicate = attestedIn(statement.value, predicateTypes.assessment);
  if (predicate === undefined) return unusable(session, `${file} is no attestation of an assessment`);
  const assessed = await assessCase(session, path, predicate);
  if (!assessed.ok) return refuse(session, assessed);
  const version = ownVersion();
  const now = predicateOf(assessed.value.assessment, version);
  const faults: Fault[] = [
    ...(signer.ok ? [] : [{ kind: signer.fault.kind as 'signature' | 'key', detail: signer.fault.detail }]),
    ...subjectFaults(statement.value.subjects, await subjectsOf(assessed.value)),
    ...verdictFaults(predicate, now),
  ];
  const holds = faults.length === 0;
  const by = signer.ok ? { by: signer.value.id } : {};
  const versions = { attested: predicate.tool.version, now: version };
  if (options.json === true) {
    const result = {
      format: 'surety-attestation-verification/1',
      holds,
      ...by,
      asOf: predicate.asOf,
      versions,
      faults,
    };
    session.print(JSON.stringify(result, null, 2));
    return holds ? exitCode.good : exitCode.bad;
  }
  const { style } = session;
  for (const { kind, detail } of faults) session.print(`${style.red(kind)}: ${clean(detail)}`);
  if (!session.quiet) {
    if (versions.attested !== versions.now)
      session.note(`Attested by version ${clean(versions.attested)}, assessed here by ${versions.now}`);
    const subjects = counted(statement.value.subjects.length, 'subject');
    session.note(
      holds
        ? `The attestation holds: signed by the key ${signer.ok ? signer.value.id : ''}, ${subjects} as they are here, the same verdicts on ${predicate.asOf}`
        : `The attestation does not hold: ${counted(faults.length, 'difference')}`,
    );
  }
  return holds ? exitCode.good : exitCode.bad;
}

/** The predicate, where it is one: dates, seed and outcomes are what the rest needs. */
function attestedIn({ predicateType, predicate }: Statement, type: string): AssessmentPredicate | undefined {
  const { asOf, seed, outcomes, tool } = predicate as unknown as Partial<AssessmentPredicate>;
  const fits =
    predicateType === type &&
    typeof asOf === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(asOf) &&
    typeof seed === 'number' &&
    Number.isSafeInteger(seed) &&
    seed >= 0 &&
    Array.isArray(outcomes) &&
    outcomes.every((one) => typeof one === 'object' && one !== null && typeof one.outcome === 'string') &&
    typeof tool?.version === 'string';
  return fits ? (predicate as unknown as AssessmentPredicate) : undefined;
}

function subjectFaults(attested: readonly Subject[], here: readonly Subject[]): Fault[] {
  const fault = (detail: string): Fault => ({ kind: 'subject', detail });
  const now = new Map(here.map(({ name, digest }) => [name, digest]));
  const then = new Map(attested.map(({ name, digest }) => [name, digest]));
  return [
    ...[...then].flatMap(([name, digest]) => {
      const found = now.get(name);
      if (found === undefined) return [fault(`${name} was attested and is not here`)];
      return found === digest ? [] : [fault(`${name} was attested as ${digest}, found ${found}`)];
    }),
    ...[...now.keys()].filter((name) => !then.has(name)).map((name) => fault(`${name} was not attested`)),
  ];
}

function verdictFaults(attested: AssessmentPredicate, now: AssessmentPredicate): Fault[] {
  const fault = (detail: string): Fault => ({ kind: 'verdict', detail });
  const text = (one: unknown) => JSON.stringify(sorted(one));
  const same = ['case', 'seed', 'trials'] as const;
  const then = new Map(attested.outcomes.map((one) => [one.outcome, one]));
  return [
    ...same
      .filter((key) => text(attested[key]) !== text(now[key]))
      .map((key) => fault(`${key} was attested as ${text(attested[key])}, found ${text(now[key])}`)),
    ...now.outcomes.flatMap((one) => {
      const old = then.get(one.outcome);
      if (old === undefined) return [fault(`outcome ${one.outcome} was not attested`)];
      if (text(old) === text(one)) return [];
      const apart = (['verdict', 'number', 'threshold', 'doubt', 'reasons'] as const).filter(
        (key) => text(old[key]) !== text(one[key]),
      );
      return [
        fault(`outcome ${one.outcome} was attested as ${old.verdict}, is ${one.verdict} (${apart.join(', ')} differ)`),
      ];
    }),
    ...[...then.keys()]
      .filter((id) => !now.outcomes.some(({ outcome }) => outcome === id))
      .map((id) => fault(`outcome ${id} was attested and is not here`)),
  ];
}

/** With the keys of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}
