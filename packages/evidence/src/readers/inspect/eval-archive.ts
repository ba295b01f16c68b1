import { isObject, type JsonObject, type JsonValue, list, object, type Shape, scalar } from '../../json/index.js';
import type { Limits } from '../../limits.js';
import { memberReader, readMember as scanMember } from '../../members/index.js';
import { failed, ok, type Problem, type Result } from '../../problem.js';
import type { Source } from '../../source/index.js';
import { plural, shown } from '../../text/index.js';
import { type Archive, type Member, openArchive } from '../../zip/index.js';
import type { Log, LogHead, ReadOptions } from '../reader.js';
import { assembly, headOf } from './assemble.js';
import { type Header, headerFields, readHeader } from './header.js';
import { reductionNotes, reductionsReader } from './reductions.js';
import { readSample, sampleShapeFor } from './sample.js';
import { textsOf } from './texts.js';

/** A sample in one member, or the shell of a sample whose transcript is cut into chunks. */
const sampleMember = /^samples\/(.+)_epoch_(\d+)(?:\/sample)?\.json$/s;
/** Of a name without its `.json`: with the ending in the pattern long names would take the square of their length. */
const chunkMember = /^samples\/.+_epoch_\d+\/(?:metadata$|skeleton$|messages\/.|events\/.|calls\/.|attachments\/.)/s;
const chunkMetadata = /^(samples\/.+_epoch_\d+)\/metadata\.json$/s;
const chunkShell = /^(samples\/.+_epoch_\d+)\/sample\.json$/s;
/** What a log may hold besides its samples. */
const known = /^(?:(?:header|summaries|reductions|results)\.json|_journal\/.*|samples\/.*)$/s;
const journalSummary = /^_journal\/summaries\/[^/]+\.json$/;
const journalUpdate = /^_journal\/config_updates\/[^/]+\.json$/;

/** Reads a `.eval` log: a zip archive with a header and one member for each sample and epoch. */
export async function readEvalArchive(
  source: Source,
  { limits, sampler, reductions: withReductions = false }: ReadOptions,
  reader: string,
): Promise<Result<Log>> {
  const opened = await openArchive(source, limits);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const header = await readArchiveHeader(archive, source, limits);
  if (!header.ok) return header;
  const rows = assembly(limits);
  const strangers: string[] = [];
  let misnamed = 0;
  const metadata = new Map(archive.members.flatMap((member) => keyed(chunkMetadata, member)));
  const sampleMembers = archive.members.filter(({ name }) => sampleMember.test(name));
  const samples = memberReader(archive, sampleMembers, sampleShapeFor(sampler), limits);
  try {
    for (const member of archive.members) {
      const name = sampleMember.exec(member.name);
      if (name === null) {
        const problem =
          unknownSample(member, source) ?? (known.test(member.name) ? undefined : await archive.checkName(member));
        if (problem !== undefined) return failed(problem);
        if (!known.test(member.name)) strangers.push(shown(member.name));
        continue;
      }
      const place = { file: `${source.path}!${member.name}` };
      const value = await samples.read(member);
      if (!value.ok) return value;
      const extra = metadata.get(chunkShell.exec(member.name)?.[1] ?? '');
      const whole = extra === undefined ? value : await withMetadata(value.value, extra, archive, source, limits);
      if (!whole.ok) return whole;
      const sample = readSample(whole.value, place, name[1]);
      if (!sample.ok) return sample;
      const { row } = sample.value;
      if (row.sample.replaceAll('\\', '/') !== name[1] || String(row.epoch) !== name[2]) misnamed += 1;
      sampler?.offer(row, () => textsOf(whole.value));
      const problem = rows.add(sample.value, place);
      if (problem !== undefined) return failed(problem);
    }
  } finally {
    await samples.close();
  }
  const notes = await archiveNotes(archive, source, limits);
  if (!notes.ok) return notes;
  if (misnamed > 0) notes.value.push(`members that are named after another sample than they hold: ${misnamed}`);
  if (strangers.length > 0)
    notes.value.push(`members that this reader does not know: ${strangers.slice(0, 5).join(', ')}`);
  if (!withReductions) return ok(rows.finish(reader, header.value, { notes: notes.value }));
  const reductions = reductionsReader(limits, `${source.path}!reductions.json`);
  const member = memberOf(archive, 'reductions.json');
  const read = member === undefined ? undefined : await readMember(archive, member, reductions.shape, source, limits);
  if (read?.ok === false) return read;
  notes.value.push(...reductionNotes(reductions));
  return ok(rows.finish(reader, header.value, { notes: notes.value, reductions: reductions.found() }));
}

/** Reads the directory of a `.eval` log and its header, or of a run that has none the start of its journal. */
export async function readEvalHead(source: Source, limits: Limits, reader: string): Promise<Result<LogHead>> {
  const archive = await openArchive(source, limits);
  if (!archive.ok) return archive;
  const header = await readArchiveHeader(archive.value, source, limits);
  return header.ok ? ok(headOf(reader, header.value, supersededNotes(archive.value))) : header;
}

async function readArchiveHeader(archive: Archive, source: Source, limits: Limits): Promise<Result<Header>> {
  const header = memberOf(archive, 'header.json');
  const member = header ?? memberOf(archive, '_journal/start.json');
  if (member === undefined) {
    const message = 'the archive holds neither header.json nor _journal/start.json';
    return failed({ code: 'log-shape', message, file: source.path, expected: 'a log written by Inspect' });
  }
  const value = await readMember(archive, member, object(headerFields), source, limits);
  if (!value.ok) return value;
  const file = `${source.path}!${member.name}`;
  if (header !== undefined) return readHeader(value.value, file, false);
  // The changes that a header would list are members of the journal.
  const updates = archive.members.filter(({ name }) => journalUpdate.test(name)).length;
  const start = isObject(value.value)
    ? ({ ...value.value, config_updates: updates } satisfies JsonObject)
    : value.value;
  return readHeader(start, file, true);
}

function memberOf(archive: Archive, name: string): Member | undefined {
  return archive.members.find((member) => member.name === name);
}

async function readMember(
  archive: Archive,
  member: Member,
  shape: Shape,
  source: Source,
  limits: Limits,
): Promise<Result<JsonValue | undefined>> {
  return scanMember(`${source.path}!${member.name}`, shape, limits, (sink) => archive.read(member, sink));
}

/** The chunked layout keeps a sample's metadata in a member of its own. */
async function withMetadata(
  shell: JsonValue | undefined,
  member: Member,
  archive: Archive,
  source: Source,
  limits: Limits,
): Promise<Result<JsonValue | undefined>> {
  const metadata = await readMember(archive, member, object({}, scalar), source, limits);
  if (!metadata.ok || !isObject(shell)) return metadata.ok ? ok(shell) : metadata;
  return ok({ ...shell, metadata: metadata.value ?? null });
}

function keyed(pattern: RegExp, member: Member): [string, Member][] {
  const key = pattern.exec(member.name)?.[1];
  return key === undefined ? [] : [[key, member]];
}

function isChunk(name: string): boolean {
  return name.endsWith('.json') && chunkMember.test(name.slice(0, -'.json'.length));
}

/** A member among the samples that is none: rather refuse the log than count too few. */
function unknownSample(member: Member, source: Source): Problem | undefined {
  if (!member.name.startsWith('samples/') || member.name.endsWith('/') || isChunk(member.name)) return undefined;
  const message = `the archive holds ${shown(member.name)}, which is not named like a sample`;
  return { code: 'log-shape', message, file: source.path, expected: 'samples/ID_epoch_N.json' };
}

function supersededNotes({ superseded }: Archive): string[] {
  return superseded > 0 ? [`members of the archive replaced by a later one of the same name: ${superseded}`] : [];
}

async function archiveNotes(archive: Archive, source: Source, limits: Limits): Promise<Result<string[]>> {
  const notes = supersededNotes(archive);
  if (memberOf(archive, 'header.json') !== undefined) return ok(notes);
  // Without a header the journal is the only other witness of what was run.
  const listed = new Set<string>();
  for (const member of archive.members.filter(({ name }) => journalSummary.test(name))) {
    const value = await readMember(archive, member, list(object({ id: scalar, epoch: scalar })), source, limits);
    if (!value.ok) return value;
    for (const item of Array.isArray(value.value) ? (value.value as readonly JsonValue[]) : []) {
      if (isObject(item)) listed.add(`samples/${String(item.id)}_epoch_${String(item.epoch)}`);
    }
  }
  const names = new Set(archive.members.map(({ name }) => name));
  const lost = [...listed].filter((name) => !names.has(`${name}.json`) && !names.has(`${name}/sample.json`)).length;
  if (lost > 0) notes.push(`the journal lists ${plural(lost, 'sample')} that the log does not hold`);
  return ok(notes);
}
