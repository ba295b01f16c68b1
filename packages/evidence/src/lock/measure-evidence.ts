import type { Evidence, EvidenceId, Measure, SourceState } from '@surety/core/case';
import type { Expected } from '../attestation/index.js';
import { sortedJson } from '../canonical/index.js';
import type { Limits } from '../limits.js';
import { countsOf, type LogJob, type ReadCounts, readLogs } from '../log-folder/index.js';
import { measureLogs, trialFacts } from '../measures/index.js';
import { describe, type Problem } from '../problem.js';
import { isCurrentReader, type Log, type Reader, type ReadResult } from '../readers/index.js';
import { type Digest, digestOfBytes, digestOfText, openSource, readHead } from '../source/index.js';
import { plural } from '../text/index.js';
import { alteration } from './alteration.js';
import { citedTrials } from './cited-trials.js';
import { type Located, locate } from './locate.js';
import { type LockDamage, type LockEntry, type LockedSource, measureDigest } from './lock.js';
import { type AttestationFound, readAttestation } from './read-attestation.js';
import { resultsInWords } from './results-in-words.js';
import { type Spread, spreadFolders } from './spread-folders.js';

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
  /** Folder of the cache for the logs of folders; absent: every log is read. */
  readonly cache?: string;
  readonly threads?: number;
  readonly onLogs?: (progress: { readonly done: number; readonly of: number }) => void;
  readonly onRead?: (read: LogsRead) => void;
}

/** How the logs of a folder were come by. */
export interface LogsRead {
  readonly evidence: EvidenceId;
  readonly counts: ReadCounts;
  /** What kept the cache from keeping results, once for each kind. */
  readonly cacheProblems: readonly Problem[];
}

/** What the lock file holds of one piece of evidence, and what is wrong with it. */
export interface Locked {
  readonly entry?: LockEntry;
  readonly damage?: LockDamage;
  readonly broken?: LockDamage;
}

/**
 * Measures one piece of evidence. The digest of each source is compared with the lock before the source is parsed, and
 * an altered source is not parsed at all; nor is any other where the lock holds another number of them. What is digested
 * is what is parsed: both are done while the file is open, one file after the other.
 */
export async function measureEvidence(
  stated: Evidence,
  { entry, damage, broken }: Locked,
  around: Surroundings,
): Promise<Measurement> {
  const problem = statedProblem(stated);
  const spread = problem === undefined ? await spreadFolders(stated, entry, around) : undefined;
  const whole = spread !== undefined && spread.problems.length === 0;
  const evidence = whole ? { ...stated, sources: spread.sources } : stated;
  /** Where each digest that was found lies. */
  const places = new Map<Digest, { readonly location: string; readonly path: string }>();

  const outcome = (
    state: SourceState,
    more: Partial<Measurement> & { readonly found?: Partial<Measure> } = {},
  ): Measurement => {
    const { found, ...rest } = more;
    const measure: Measure = { state, digests: [], reader: '', models: [], results: [], notes: [], ...found };
    return { evidence: stated, measure, sources: [], differs: false, problems: [], ...rest };
  };
  const unusable = (given: readonly Problem[], sources: readonly LockedSource[] = [], reader = ''): Measurement => {
    const problems = given.map((problem) => ({ origin: evidence.origin, ...problem, evidence: evidence.id }));
    const detail = problems.map(describe).join('; ');
    return outcome(
      { kind: 'missing', detail },
      { problems, sources, found: { digests: sources.map(({ digest }) => digest), reader } },
    );
  };

  if (problem !== undefined) return attested(unusable([problem]));
  if (!whole) return attested(unusable(spread!.problems));
  const located = await Promise.all(evidence.sources.map((source) => locate(source, around.folder, around.root)));
  const refused = located.flatMap((each) => (each.kind === 'refused' ? [each.problem] : []));
  if (refused.length > 0) return attested(unusable(refused));
  return attested(await measureLocated(spread!));

  /** One for each source that is here: digested only where its results could not be used. */
  function jobs(): readonly LogJob[] {
    const asLocked = entry === undefined || entry.sources.length === located.length;
    const isHere = located.every(({ kind }) => kind === 'present');
    const usable = damage === undefined && broken === undefined && asLocked && isHere;
    return located.flatMap((each, at): LogJob[] => {
      if (each.kind !== 'present') return [];
      const { path, location } = each;
      const reader = evidence.reader === undefined ? {} : { reader: evidence.reader };
      const job: LogJob = { path, location, known: true, ...reader };
      if (!usable) return [{ ...job, want: 'digest' }];
      return [entry === undefined ? job : { ...job, want: 'locked', locked: entry.sources[at]!.digest }];
    });
  }

  async function measureLocated({ folders, notes: leftOut }: Spread): Promise<Measurement> {
    const { limits, readers, cache, threads, onLogs } = around;
    const all = jobs();
    const { answers, cacheProblems } = await readLogs(all, {
      limits,
      ...(readers === undefined ? {} : { readers }),
      ...(cache === undefined || folders === 0 ? {} : { cache }),
      ...(threads === undefined ? {} : { threads }),
      ...(onLogs === undefined || folders === 0 ? {} : { onProgress: onLogs }),
    });
    if (folders > 0) {
      const counts = countsOf(answers);
      around.onRead?.({ evidence: evidence.id, counts, cacheProblems });
    }
    const sources: (LockedSource | undefined)[] = [];
    const read: { readonly location: string; readonly digest: Digest; readonly result: ReadResult | undefined }[] = [];
    for (const [at, answer] of answers.entries()) {
      const { path, location } = all[at]!;
      if ('problem' in answer) return unusable([answer.problem]);
      const { digest, size } = answer;
      while (located[sources.length]!.kind === 'absent') sources.push(undefined);
      sources.push({ path, digest, size });
      places.set(digest, { location, path });
      read.push({ location, digest, result: 'result' in answer ? answer.result : undefined });
    }
    while (sources.length < located.length) sources.push(undefined);
    const here = sources.filter((source) => source !== undefined);
    const found = { digests: here.map(({ digest }) => digest), reader: entry?.reader ?? '' };
    if (damage !== undefined)
      return outcome({ kind: 'altered', of: 'lock entry', ...damage }, { sources: here, found });
    const altered = alteration(sources, entry, { folders });
    if (altered !== undefined) return outcome({ kind: 'altered', ...altered }, { sources: here, found });
    if (broken !== undefined) return outcome({ kind: 'altered', of: 'lock file', ...broken }, { sources: here, found });
    if (here.length < sources.length) {
      const locked = fromLock(evidence, located, entry);
      return outcome(locked.state, { sources: here, found: { ...found, ...locked.found } });
    }
    const seen = new Set<Digest>();
    const twice = here.find(({ digest }) => seen.size === seen.add(digest).size);
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
    for (const { result } of read) {
      // What is as it was locked was parsed.
      if (!result!.ok) return unusable(result!.problems, here);
      logs.push(result!.log);
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
    const cited = await citedOf(here, logs);
    if (cited?.ok === false) return unusable([{ file: here[0]!.path, ...cited.problem }], here, reader);
    const facts = trialFacts(evidence.measure!, logs);
    const notes = [...leftOut, ...logNotes(logs, evidence, folders), ...measured.value.notes];
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

  async function citedOf(here: readonly LockedSource[], logs: readonly Log[]) {
    if (evidence.trials.length === 0) return undefined;
    const { limits, readers } = around;
    const sources = here.map(({ digest }, at) => ({ ...places.get(digest)!, digest, log: logs[at]! }));
    return citedTrials(evidence.trials, sources, {
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
    const artifact = (digest: Digest) => bytesOf(places.get(digest), digest, around.limits);
    const attestation = await readAttestation(evidence, entry, expected, artifact, around);
    if (attestation === undefined) return found;
    return { ...found, measure: { ...found.measure, attestation: attestation.check }, attestation };
  }
}

/** A signature over a file needs all of it at once. */
const mostArtifactBytes = 256 * 1024 * 1024;

/** The bytes of a source that was closed since it was digested, where they are still those. */
async function bytesOf(
  place: { readonly location: string; readonly path: string } | undefined,
  digest: Digest,
  limits: Limits,
): Promise<Buffer | undefined> {
  if (place === undefined) return undefined;
  const opened = await openSource(place.location, place.path, limits);
  if (!opened.ok) return undefined;
  try {
    if (opened.value.size > mostArtifactBytes) return undefined;
    const read = await readHead(opened.value, opened.value.size);
    return read.ok && digestOfBytes(read.value) === digest ? read.value : undefined;
  } finally {
    await opened.value.handle.close();
  }
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
  if (
    Object.keys(evidence.map).length > 0 &&
    evidence.measure !== undefined &&
    evidence.measure.kind !== 'fault tree'
  ) {
    return {
      code: 'map-without-tree',
      message: `only a fault tree has basic events that can be elements of the argument (\`map\`), and the measure is ${evidence.measure.kind}`,
      expected: 'evidence without `map`',
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

/** Sources that a message names. */
const mostNamed = 5;

/** What the lock gives for evidence of which some source is not here; its results only where they answer the same question. */
function fromLock(
  evidence: Evidence,
  located: readonly Located[],
  entry: LockEntry | undefined,
): { readonly state: SourceState; readonly found: Partial<Measure> } {
  const absent = located.filter((each) => each.kind === 'absent').map((each) => each.path);
  const missing = (why: string) => {
    const shown = absent.slice(0, mostNamed).join(', ');
    const more = absent.length <= mostNamed ? '' : ` and ${absent.length - mostNamed} more`;
    const detail = `${shown}${more} ${absent.length === 1 ? 'is' : 'are'} not here, and ${why}`;
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

function logNotes(logs: readonly Log[], evidence: Evidence, folders: number): string[] {
  const models = new Set(logs.flatMap((log) => log.models));
  const notes = logs.flatMap((log, at) => log.notes.map((note) => ({ path: evidence.sources[at]!.path, note })));
  const own =
    folders > 0 ? together(notes) : notes.map(({ path, note }) => (logs.length > 1 ? `${path}: ${note}` : note));
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

/** What is said of many logs of a folder, once for all of them. */
function together(notes: readonly { readonly path: string; readonly note: string }[]): string[] {
  const paths = new Map<string, string[]>();
  for (const { path, note } of notes) {
    const known = paths.get(note);
    if (known === undefined) paths.set(note, [path]);
    else known.push(path);
  }
  return [...paths].map(([note, [first, ...others]]) =>
    others.length === 0 ? `${first}: ${note}` : `${first} and ${plural(others.length, 'other log')}: ${note}`,
  );
}
