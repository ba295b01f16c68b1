import type { Evidence, Measure, SourceState } from '@surety/core/case';
import type { Expected } from '../attestation/index.js';
import { sortedJson } from '../canonical/index.js';
import type { Limits } from '../limits.js';
import { measureLogs, trialFacts } from '../measures/index.js';
import { describe, type Problem } from '../problem.js';
import { isCurrentReader, type Log, type Reader, readSource } from '../readers/index.js';
import {
  type Digest,
  digestOf,
  digestOfBytes,
  digestOfText,
  openSource,
  readHead,
  type Source,
} from '../source/index.js';
import { citedTrials } from './cited-trials.js';
import { type Located, locate } from './locate.js';
import { type LockDamage, type LockEntry, type LockedSource, measureDigest } from './lock.js';
import { type AttestationFound, readAttestation } from './read-attestation.js';
import { resultsInWords } from './results-in-words.js';

/** What was found of one piece of evidence: what core is given, and what a lock file would hold. */
export interface Measurement {
  readonly evidence: Evidence;
  readonly measure: Measure;
  /** Sources that are here, in the order of the text; all of them where the state is `fresh` or `altered`. */
  readonly sources: readonly LockedSource[];
  /** The source is what was locked, yet its results are not those of the lock. */
  readonly differs: boolean;
  /** Where the case names one. */
  readonly attestation?: AttestationFound;
  readonly problems: readonly Problem[];
}

export interface Surroundings {
  /** Id of the case. */
  readonly case: string;
  /** The case's folder and its root, free of links. */
  readonly folder: string;
  readonly root: string;
  readonly limits: Limits;
  /** Those that come with Surety where absent. */
  readonly readers?: readonly Reader[];
}

/** What the lock file holds of one piece of evidence, and what is wrong with it. */
export interface Locked {
  readonly entry?: LockEntry;
  readonly damage?: LockDamage;
  readonly broken?: LockDamage;
}

/**
 * Measures one piece of evidence. The digest of each source is compared with the lock before the source is parsed, and
 * an altered source is not parsed at all.
 */
export async function measureEvidence(
  evidence: Evidence,
  { entry, damage, broken }: Locked,
  around: Surroundings,
): Promise<Measurement> {
  const outcome = (
    state: SourceState,
    more: Partial<Measurement> & { readonly found?: Partial<Measure> } = {},
  ): Measurement => {
    const { found, ...rest } = more;
    const measure: Measure = { state, digests: [], reader: '', models: [], results: [], notes: [], ...found };
    return { evidence, measure, sources: [], differs: false, problems: [], ...rest };
  };
  const unusable = (given: readonly Problem[], sources: readonly LockedSource[] = [], reader = ''): Measurement => {
    const problems = given.map((problem) => ({ origin: evidence.origin, ...problem, evidence: evidence.id }));
    const detail = problems.map(describe).join('; ');
    return outcome(
      { kind: 'missing', detail },
      { problems, sources, found: { digests: sources.map(({ digest }) => digest), reader } },
    );
  };

  const opened: (Source | undefined)[] = [];
  const stated = statedProblem(evidence);
  if (stated !== undefined) return attested(unusable([stated]));
  const located = await Promise.all(evidence.sources.map((source) => locate(source, around.folder, around.root)));
  const refused = located.flatMap((each) => (each.kind === 'refused' ? [each.problem] : []));
  if (refused.length > 0) return attested(unusable(refused));

  try {
    for (const each of located) {
      const source = each.kind === 'present' ? await openSource(each.location, each.path, around.limits) : undefined;
      if (source?.ok === false) return await attested(unusable([source.problem]));
      opened.push(source?.value);
    }
    return await attested(await measureOpened());
  } finally {
    for (const source of opened) await source?.handle.close();
  }

  async function measureOpened(): Promise<Measurement> {
    const sources: (LockedSource | undefined)[] = [];
    for (const source of opened) {
      const digest = source === undefined ? undefined : await digestOf(source);
      if (digest?.ok === false) return unusable([digest.problem]);
      sources.push(source && digest && { path: source.path, digest: digest.value, size: source.size });
    }
    const here = sources.filter((source) => source !== undefined);
    const found = { digests: here.map(({ digest }) => digest), reader: entry?.reader ?? '' };
    if (damage !== undefined)
      return outcome({ kind: 'altered', of: 'lock entry', ...damage }, { sources: here, found });
    const altered = alteration(sources, entry);
    if (altered !== undefined) return outcome({ kind: 'altered', ...altered }, { sources: here, found });
    if (broken !== undefined) return outcome({ kind: 'altered', of: 'lock file', ...broken }, { sources: here, found });
    if (here.length < sources.length) {
      const locked = fromLock(evidence, located, entry);
      return outcome(locked.state, { sources: here, found: { ...found, ...locked.found } });
    }
    const twice = here.find((source, at) => here.findIndex(({ digest }) => digest === source.digest) < at);
    if (twice !== undefined) {
      return unusable(
        [
          {
            code: 'pooled-twice',
            message: 'two sources have the same content',
            file: twice.path,
            expected: 'each log once',
          },
        ],
        here,
      );
    }
    const logs: Log[] = [];
    for (const source of opened) {
      const read = await readSource(source!, evidence.reader, around.limits, { readers: around.readers });
      if (!read.ok) return unusable(read.problems, here);
      logs.push(read.log);
    }
    const measured = measureLogs(evidence.measure!, logs);
    const reader = [...new Set(logs.map((log) => log.reader))].join(', ');
    if (!measured.ok) return unusable([{ file: here[0]!.path, ...measured.problem }], here, reader);
    const { results } = measured.value;
    const same = entry?.measure === measureDigest(evidence);
    const differs = same && sortedJson(entry!.results) !== sortedJson(results);
    // Another version of a reader may honestly count otherwise; the same one cannot.
    if (differs && entry?.reader === reader)
      return outcome(
        { kind: 'altered', of: 'results', ...resultsApart(entry, results) },
        { sources: here, differs, found },
      );
    const cited = await citedOf(opened as readonly Source[], logs);
    if (cited?.ok === false) return unusable([{ file: here[0]!.path, ...cited.problem }], here, reader);
    const facts = trialFacts(evidence.measure!, logs);
    const notes = [...logNotes(logs, evidence), ...measured.value.notes];
    if (same && entry?.reader !== reader) notes.push(`locked by the reader ${entry?.reader}, read here by ${reader}`);
    const models = [...new Set(logs.flatMap((log) => log.models))];
    const known = {
      reader,
      models,
      results,
      notes,
      ...(facts === undefined ? {} : { trials: facts }),
      ...(cited === undefined ? {} : { cited: cited.value }),
    };
    return outcome({ kind: 'fresh' }, { sources: here, differs, found: { ...found, ...known } });
  }

  async function citedOf(sources: readonly Source[], logs: readonly Log[]) {
    if (evidence.trials.length === 0) return undefined;
    const { limits, readers } = around;
    const read = sources.map((source, at) => ({ source, log: logs[at]! }));
    return citedTrials(evidence.trials, read, {
      reader: evidence.reader,
      limits,
      ...(readers === undefined ? {} : { readers }),
    });
  }

  /** The same with what was found of the attestation. */
  async function attested(found: Measurement): Promise<Measurement> {
    const { reader, results } = found.measure;
    const sources = found.measure.state.kind === 'locked' ? (entry?.sources ?? []) : found.sources;
    const expected: Expected = {
      case: around.case,
      evidence: evidence.id,
      measure: measureDigest(evidence),
      ...(evidence.collected === undefined ? {} : { collected: evidence.collected }),
      sources,
      whole: sources.length === evidence.sources.length,
      readHere: found.measure.state.kind !== 'locked',
      trials: evidence.trials,
      ...(results.length === 0 ? {} : { counted: { reader, results } }),
    };
    const artifact = (digest: Digest) =>
      bytesOf(opened[found.sources.findIndex((one) => one.digest === digest)], digest);
    const attestation = await readAttestation(evidence, entry, expected, artifact, around);
    if (attestation === undefined) return found;
    return { ...found, measure: { ...found.measure, attestation: attestation.check }, attestation };
  }
}

/** A signature over a file needs all of it at once. */
const mostArtifactBytes = 256 * 1024 * 1024;

async function bytesOf(source: Source | undefined, digest: Digest): Promise<Buffer | undefined> {
  if (source === undefined || source.size > mostArtifactBytes) return undefined;
  const read = await readHead(source, source.size);
  // The file may be another one by now.
  return read.ok && digestOfBytes(read.value) === digest ? read.value : undefined;
}

function resultsApart(
  entry: LockEntry,
  results: Measure['results'],
): { readonly expected: string; readonly found: string } {
  const [expected, found] = [resultsInWords(entry.results), resultsInWords(results)];
  if (expected !== found) return { expected, found };
  return { expected: digestOfText(sortedJson(entry.results)), found: digestOfText(sortedJson(results)) };
}

function statedProblem(evidence: Evidence): Problem | undefined {
  if (evidence.sources.length === 0)
    return { code: 'no-source', message: 'the evidence names no source', expected: 'source: a path' };
  if (evidence.sources.length > 1 && !evidence.pool) {
    return { code: 'not-pooled', message: 'the evidence names several sources', expected: 'one source, or pool: true' };
  }
  if (Object.keys(evidence.map).length > 0) {
    // Solved by itself, the tree would take events for independent of the argument that are elements of it.
    return {
      code: 'map-unsupported',
      message: 'basic events that are elements of the argument (`map`) are not supported yet, so the tree is not used',
      expected: 'a tree without `map`',
    };
  }
  if (evidence.measure === undefined) {
    return {
      code: 'no-source',
      message: 'the evidence states no measure, so nothing is computed from it',
      expected: 'measure: …',
    };
  }
  return undefined;
}

/** The first source that is not what the lock holds in its place. */
function alteration(
  sources: readonly (LockedSource | undefined)[],
  entry: LockEntry | undefined,
): { readonly expected: string; readonly found: string } | undefined {
  if (entry === undefined) return undefined;
  const changed = sources.findIndex(
    (source, at) => source !== undefined && source.digest !== entry.sources[at]?.digest,
  );
  if (changed >= 0)
    return { expected: entry.sources[changed]?.digest ?? 'no such source', found: sources[changed]!.digest };
  if (sources.length === entry.sources.length || sources.includes(undefined)) return undefined;
  return { expected: `${entry.sources.length} sources`, found: `${sources.length} sources` };
}

/** What the lock gives for evidence of which some source is not here; its results only where they answer the same question. */
function fromLock(
  evidence: Evidence,
  located: readonly Located[],
  entry: LockEntry | undefined,
): { readonly state: SourceState; readonly found: Partial<Measure> } {
  const absent = located.filter((each) => each.kind === 'absent').map((each) => each.path);
  const missing = (why: string) => {
    const detail = `${absent.join(', ')} ${absent.length === 1 ? 'is' : 'are'} not here, and ${why}`;
    return { state: { kind: 'missing', detail } as const, found: {} };
  };
  if (entry === undefined) return missing('the lock file has no entry');
  if (entry.sources.length !== evidence.sources.length) return missing('the lock file was made with other sources');
  const moved = located.findIndex((each, at) => each.kind === 'absent' && each.path !== entry.sources[at]!.path);
  if (moved >= 0) return missing(`the lock file holds ${entry.sources[moved]!.path} in its place`);
  if (entry.measure !== measureDigest(evidence)) return missing('the lock file was made with another measure');
  const unknown = evidence.trials.find((digest) => !entry.cited?.some((one) => one.digest === digest));
  if (unknown !== undefined) return missing(`the lock file does not know the cited trial ${unknown}`);
  const { reader, models, results, trials, cited, lockedAt } = entry;
  const notes = isCurrentReader(reader)
    ? entry.notes
    : [...entry.notes, `locked by the reader ${reader}, which is not today's`];
  return {
    state: { kind: 'locked', lockedAt },
    found: {
      digests: entry.sources.map(({ digest }) => digest),
      reader,
      models,
      results,
      notes,
      ...(trials === undefined ? {} : { trials }),
      ...(cited === undefined ? {} : { cited }),
    },
  };
}

function logNotes(logs: readonly Log[], evidence: Evidence): string[] {
  const models = new Set(logs.flatMap((log) => log.models));
  const several = logs.length > 1;
  const own = logs.flatMap((log, at) =>
    log.notes.map((note) => (several ? `${evidence.sources[at]!.path}: ${note}` : note)),
  );
  const created = [...new Set(logs.map((log) => log.run?.created?.slice(0, 10)).filter((day) => day !== undefined))];
  const apart = evidence.collected !== undefined && created.some((day) => day !== evidence.collected);
  return [
    ...own,
    ...(apart
      ? [
          `the log says that it was created on ${created.join(', ')}, the case that it was collected on ${evidence.collected}`,
        ]
      : []),
    ...(models.size > 1 ? [`several models were run: ${[...models].join(', ')}`] : []),
  ];
}
