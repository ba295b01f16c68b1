import { createHash } from 'node:crypto';
import { each, isObject, type JsonValue, jsonScan, object, type Span, scalar, skip } from '../../json/index.js';
import type { Limits } from '../../limits.js';
import { failed, ok, type Result } from '../../problem.js';
import { type Digest, readRange, type Source } from '../../source/index.js';
import { type Contents, trialKey } from '../../trials/index.js';
import { type Member, openArchive } from '../../zip/index.js';
import { exactId } from './sample.js';

const named = object({ id: scalar, epoch: scalar });
/** A member of a sample: all of it or its shell (`whole`), or a part of its transcript. */
const ofSample = /^(?<folder>samples\/(?<id>.+)_epoch_\d+)(?:(?<whole>(?:\/sample)?\.json)|\/.+)$/s;

interface Part {
  readonly member: Member;
  /** The sample's id as the member's name has it; only on the member that names it. */
  readonly id?: string;
}

/** Digest of what an archive holds of each sample and epoch: the expanded bytes of its members, in the order of their names. */
export async function archiveContents(source: Source, limits: Limits): Promise<Result<Contents>> {
  const opened = await openArchive(source, limits);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const folders = new Map<string, Part[]>();
  for (const member of archive.members) {
    const { folder, id, whole } = ofSample.exec(member.name)?.groups ?? {};
    if (folder === undefined) continue;
    const part = { member, ...(whole === undefined ? {} : { id: id! }) };
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [part]);
    else known.push(part);
  }
  const contents = new Map<string, Digest>();
  for (const parts of folders.values()) {
    const hash = createHash('sha256');
    let key: string | undefined;
    for (const { member, id } of parts.sort((a, b) => (a.member.name < b.member.name ? -1 : 1))) {
      // Of several the boundaries are part of it, so that no byte can move from one to the next.
      if (parts.length > 1) hash.update(`${JSON.stringify(member.name)} ${member.expanded}\n`);
      const scan = jsonScan(id === undefined ? skip : named, { file: `${source.path}!${member.name}`, limits });
      const problem = await archive.read(member, (chunk) => {
        hash.update(chunk);
        return scan.write(chunk);
      });
      if (problem !== undefined) return failed(problem);
      const value = scan.end();
      if (!value.ok) return value;
      if (id !== undefined) key = keyOf(value.value, id);
    }
    if (key !== undefined) contents.set(key, `sha256:${hash.digest('hex')}`);
  }
  return ok(contents);
}

/** The same of a `.json` log: the bytes of each item of `samples`, as they stand in the file. */
export async function jsonContents(source: Source, limits: Limits): Promise<Result<Contents>> {
  const spans: (Span & { readonly key: string })[] = [];
  const samples = each(named, (item, _line, span) => {
    const key = keyOf(item);
    if (key !== undefined) spans.push({ ...span, key });
    return undefined;
  });
  const scan = jsonScan(object({ samples }), { file: source.path, limits });
  const problem = await readRange(source, 0, source.size, (chunk) => scan.write(chunk));
  if (problem !== undefined) return failed(problem);
  const end = scan.end();
  if (!end.ok) return end;
  const contents = new Map<string, Digest>();
  for (const { start, end: stop, key } of spans) {
    const hash = createHash('sha256');
    const fault = await readRange(source, start, stop, (chunk) => {
      hash.update(chunk);
      return undefined;
    });
    if (fault !== undefined) return failed(fault);
    contents.set(key, `sha256:${hash.digest('hex')}`);
  }
  return ok(contents);
}

/** The key of the row that is read from the same sample. */
function keyOf(item: JsonValue | undefined, name?: string): string | undefined {
  if (!isObject(item)) return undefined;
  const id = exactId(item.id, name);
  return typeof id === 'string' ? trialKey(id, Number(item.epoch)) : undefined;
}
