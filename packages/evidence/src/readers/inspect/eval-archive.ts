import { isObject, type JsonValue, jsonScan, list, object, type Shape, scalar } from '../../json/index.js';
import type { Limits } from '../../limits.js';
import { failed, ok, type Problem, type Result } from '../../problem.js';
import type { Sampler } from '../../samples/index.js';
import type { Source } from '../../source/index.js';
import { plural, utf8Gate } from '../../text/index.js';
import { type Archive, type Member, openArchive } from '../../zip/index.js';
import type { Log } from '../reader.js';
import { assembly } from './assemble.js';
import { type Header, headerFields, readHeader } from './header.js';
import { readSample, sampleShapeFor } from './sample.js';
import { textsOf } from './texts.js';

/** A sample in one member, or the shell of a sample whose transcript is cut into chunks. */
const sampleMember = /^samples\/.+_epoch_\d+(?:\/sample)?\.json$/s;
const chunkMember =
  /^samples\/.+_epoch_\d+\/(?:metadata|skeleton|messages\/.+|events\/.+|calls\/.+|attachments\/.+)\.json$/s;
const chunkMetadata = /^(samples\/.+_epoch_\d+)\/metadata\.json$/s;
const chunkShell = /^(samples\/.+_epoch_\d+)\/sample\.json$/s;
/** What a log may hold besides its samples. */
const known = /^(?:(?:header|summaries|reductions|results)\.json|_journal\/.*|samples\/.*)$/s;
const journalSummary = /^_journal\/summaries\/[^/]+\.json$/;

/** Reads a `.eval` log: a zip archive with a header and one member for each sample and epoch. */
export async function readEvalArchive(
  source: Source,
  limits: Limits,
  reader: string,
  sampler?: Sampler,
): Promise<Result<Log>> {
  const opened = await openArchive(source, limits);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const header = await readArchiveHeader(archive, source, limits);
  if (!header.ok) return header;
  const rows = assembly(limits);
  const strangers: string[] = [];
  const metadata = new Map(archive.members.flatMap((member) => keyed(chunkMetadata, member)));
  for (const member of archive.members) {
    if (!sampleMember.test(member.name)) {
      const problem =
        unknownSample(member, source) ?? (known.test(member.name) ? undefined : await archive.checkName(member));
      if (problem !== undefined) return failed(problem);
      if (!known.test(member.name)) strangers.push(member.name);
      continue;
    }
    const place = { file: `${source.path}!${member.name}` };
    const value = await readMember(archive, member, sampleShapeFor(sampler), source, limits);
    if (!value.ok) return value;
    const extra = metadata.get(chunkShell.exec(member.name)?.[1] ?? '');
    const whole = extra === undefined ? value : await withMetadata(value.value, extra, archive, source, limits);
    if (!whole.ok) return whole;
    const sample = readSample(whole.value, place.file);
    if (!sample.ok) return sample;
    sampler?.offer(sample.value.row, () => textsOf(whole.value));
    const problem = rows.add(sample.value, place);
    if (problem !== undefined) return failed(problem);
  }
  const notes = await archiveNotes(archive, source, limits);
  if (!notes.ok) return notes;
  if (strangers.length > 0)
    notes.value.push(`members that this reader does not know: ${strangers.slice(0, 5).join(', ')}`);
  return ok(rows.finish(reader, header.value, notes.value));
}

async function readArchiveHeader(archive: Archive, source: Source, limits: Limits): Promise<Result<Header>> {
  const header = archive.members.find((member) => member.name === 'header.json');
  const start = archive.members.find((member) => member.name === '_journal/start.json');
  const member = header ?? start;
  if (member === undefined) {
    const message = 'the archive holds neither header.json nor _journal/start.json';
    return failed({ code: 'log-shape', message, file: source.path, expected: 'a log written by Inspect' });
  }
  const value = await readMember(archive, member, object(headerFields), source, limits);
  return value.ok ? readHeader(value.value, `${source.path}!${member.name}`, header === undefined) : value;
}

async function readMember(
  archive: Archive,
  member: Member,
  shape: Shape,
  source: Source,
  limits: Limits,
): Promise<Result<JsonValue | undefined>> {
  const file = `${source.path}!${member.name}`;
  const scan = jsonScan(shape, { file, limits });
  const gate = utf8Gate(file);
  const problem = (await archive.read(member, (chunk) => gate.write(chunk) ?? scan.write(chunk))) ?? gate.end();
  return problem === undefined ? scan.end() : failed(problem);
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

/** A member among the samples that is none: rather refuse the log than count too few. */
function unknownSample(member: Member, source: Source): Problem | undefined {
  if (!member.name.startsWith('samples/') || member.name.endsWith('/') || chunkMember.test(member.name))
    return undefined;
  const message = `the archive holds ${member.name}, which is not named like a sample`;
  return { code: 'log-shape', message, file: source.path, expected: 'samples/ID_epoch_N.json' };
}

async function archiveNotes(archive: Archive, source: Source, limits: Limits): Promise<Result<string[]>> {
  const notes: string[] = [];
  if (archive.superseded > 0)
    notes.push(`members of the archive replaced by a later one of the same name: ${archive.superseded}`);
  if (archive.members.some((member) => member.name === 'header.json')) return ok(notes);
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
