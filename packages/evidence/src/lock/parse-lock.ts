import {
  type AppliedCounting,
  type AppliedPolicy,
  type CitedTrial,
  type CountedResult,
  type FlawPolicy,
  flawKinds,
  type TrialFacts,
} from '@surety/core/case';
import { isObject, type JsonObject, type JsonValue, jsonScan, take } from '../json/index.js';
import { defaultLimits } from '../limits.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { shown as shownText, utf8Gate } from '../text/index.js';
import { entryChecksum, type Lock, type LockDamage, type LockEntry, type LockedSource, lockSeal } from './lock.js';
import { isCount, listOf, parseCounts } from './parse-counts.js';

/**
 * Reads the text of a lock file. Nothing after this checks it again. A text that is no lock file is refused with its place;
 * an entry that is not as it was written is given as damaged, and so is the file where its entries are not those that were
 * sealed. White space between the tokens is no part of any entry: a checkout that writes other line ends changes nothing.
 */
export function parseLock(bytes: Uint8Array, file: string): Result<Lock> {
  const limits = { ...defaultLimits, jsonKept: 256 * 1024 * 1024 };
  const scan = jsonScan(take, { file, limits });
  const gate = utf8Gate(file);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const problem = gate.write(text) ?? gate.end() ?? scan.write(text);
  const value = problem === undefined ? scan.end() : failed(problem);
  if (!value.ok)
    return failed({
      ...value.problem,
      code: 'lock-syntax',
      message: `the lock file is not JSON: ${value.problem.message}`,
    });
  const top = value.value;
  if (!isObject(top) || top.surety !== 1) {
    const found = isObject(top) ? shownText(JSON.stringify(top.surety) ?? 'nothing') : 'no object';
    return failed({
      code: 'lock-version',
      message: `the lock file has the version ${found}`,
      file,
      expected: '"surety": 1',
    });
  }
  if (!isObject(top.evidence)) return failed(misfit(file, 'evidence', 'an object'));
  const entries = new Map<string, LockEntry>();
  const damaged = new Map<string, LockDamage>();
  const checksums: Record<string, unknown> = Object.create(null);
  for (const [id, item] of Object.entries(top.evidence)) {
    const { checksum, ...said } = isObject(item) ? item : { checksum: undefined };
    checksums[id] = checksum ?? null;
    const damage = damageOf(id, checksum, said);
    const entry = lockEntry(said);
    if (damage !== undefined) damaged.set(id, damage);
    else if (typeof entry === 'string') damaged.set(id, { expected: entry, found: 'an entry that does not fit' });
    else entries.set(id, entry);
  }
  const seal = lockSeal(checksums);
  const broken = top.seal === seal ? undefined : { expected: shown(top.seal, 'seal'), found: seal };
  return ok({
    evidence: entries,
    ...(damaged.size === 0 ? {} : { damaged }),
    ...(broken === undefined ? {} : { broken }),
  });
}

function damageOf(id: string, checksum: JsonValue | undefined, said: JsonObject): LockDamage | undefined {
  const found = entryChecksum(id, said);
  return checksum === found ? undefined : { expected: shown(checksum, 'checksum'), found };
}

/** A checksum as messages show it; what is none is not repeated. */
function shown(value: JsonValue | undefined, what: string): string {
  return isDigest(value) ? value : value === undefined ? `no ${what}` : `something that is no ${what}`;
}

function misfit(file: string, where: string, expected: string): Problem {
  return { code: 'lock-syntax', message: `the lock file does not fit at ${where}`, file, expected };
}

/** The entry, or what was expected where it does not fit. */
function lockEntry(item: JsonObject): LockEntry | string {
  const { sources, attestation, reader, measure, models, results, trials, cited, notes, lockedAt } = item;
  const found = listOf(sources, source);
  if (found === undefined || found.length === 0) return 'sources with path, digest and size';
  const attestation_ = attestation === undefined ? undefined : listOf(attestation, source);
  if (attestation !== undefined && (attestation_ === undefined || attestation_.length === 0))
    return 'files of the attestation with path, digest and size';
  if (typeof reader !== 'string') return 'a reader';
  if (!isDigest(measure)) return 'a digest of the measure';
  const models_ = listOf(models, textOnly);
  const notes_ = listOf(notes, textOnly);
  if (models_ === undefined || notes_ === undefined) return 'models and notes as lists of texts';
  const results_ = listOf(results, result);
  if (results_ === undefined || results_.length === 0)
    return 'results with a policy and counts of whole numbers, events <= trials';
  const trials_ = trials === undefined ? undefined : trialFacts(trials);
  if (trials !== undefined && trials_ === undefined) return 'trials with rows, samples and flawed';
  const cited_ = cited === undefined ? undefined : listOf(cited, citedTrial);
  if (cited !== undefined && cited_ === undefined) return 'cited trials with digest, sample and epoch';
  if (typeof lockedAt !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(lockedAt)) return 'lockedAt as YYYY-MM-DD';
  return {
    sources: found,
    ...(attestation_ === undefined ? {} : { attestation: attestation_ }),
    reader,
    measure,
    models: models_,
    results: results_,
    ...(trials_ === undefined ? {} : { trials: trials_ }),
    ...(cited_ === undefined ? {} : { cited: cited_ }),
    notes: notes_,
    lockedAt,
  };
}

function trialFacts(value: JsonValue): TrialFacts | undefined {
  if (!isObject(value) || !isCount(value.rows) || !isCount(value.samples) || !isCount(value.flawed)) return undefined;
  const { rows, samples, flawed, groups, extremes } = value;
  const fits = groups === undefined || (isObject(groups) && isCount(groups.count) && isCount(groups.largest));
  const results = extremes === undefined ? undefined : listOf(extremes, result);
  if (!fits || (extremes !== undefined && results === undefined)) return undefined;
  return {
    rows,
    samples,
    ...(groups === undefined ? {} : { groups: groups as NonNullable<TrialFacts['groups']> }),
    flawed,
    ...(results === undefined ? {} : { extremes: results }),
  };
}

function citedTrial(value: JsonValue): CitedTrial | undefined {
  if (!isObject(value) || !isDigest(value.digest) || typeof value.sample !== 'string' || !isCount(value.epoch))
    return undefined;
  return { digest: value.digest, sample: value.sample, epoch: value.epoch };
}

function source(value: JsonValue): LockedSource | undefined {
  if (!isObject(value) || typeof value.path !== 'string' || !isDigest(value.digest) || !isCount(value.size))
    return undefined;
  return { path: value.path, digest: value.digest, size: value.size };
}

function result(value: JsonValue): CountedResult | undefined {
  if (!isObject(value) || !isObject(value.policy) || !isObject(value.counts)) return undefined;
  const policy = appliedPolicy(value.policy);
  const counts = parseCounts(value.counts);
  return policy === undefined || counts === undefined ? undefined : { policy, counts };
}

function appliedPolicy(value: JsonObject): AppliedPolicy | undefined {
  const { epochs, class: of, other } = value;
  const counted = flawPolicy(value);
  if (counted === undefined || (of !== undefined && typeof of !== 'string')) return undefined;
  if (epochs !== undefined && epochs !== 'any' && epochs !== 'all') return undefined;
  const second = other === undefined ? undefined : otherClass(other);
  if (other !== undefined && second === undefined) return undefined;
  return {
    ...counted,
    ...(epochs === undefined ? {} : { epochs }),
    ...(of === undefined ? {} : { class: of }),
    ...(second === undefined ? {} : { other: second }),
  };
}

function otherClass(value: JsonValue): AppliedPolicy['other'] {
  const counted = isObject(value) ? flawPolicy(value) : undefined;
  return counted && isObject(value) && typeof value.class === 'string' ? { ...counted, class: value.class } : undefined;
}

function flawPolicy(value: JsonObject): FlawPolicy | undefined {
  const stated = flawKinds.filter((kind) => value[kind] !== undefined);
  if (!stated.every((kind) => isPolicy(value[kind]))) return undefined;
  return Object.fromEntries(stated.map((kind) => [kind, value[kind]]));
}

function isPolicy(value: JsonValue | undefined): value is AppliedCounting {
  return value === 'exclude' || value === 'count as success' || value === 'count as failure';
}

function textOnly(value: JsonValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isDigest(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);
}
