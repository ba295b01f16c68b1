import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename, dirname } from 'node:path';
import { chooseReader, syncFolder, temporaryFor } from '@surety/evidence';
import type { FileReply } from '../api/index.js';
import { beginSave } from '../edit/journal.js';
import { placeOfSource } from '../edit/place.js';
import { putNew } from '../edit/save.js';
import { takeAway } from '../edit/take-away.js';
import { announcedTooMuch } from '../http/read-body.js';
import { mostUploadBytes } from '../options.js';
import type { CaseTexts } from '../text/read-texts.js';

/** What readers look at to recognise a format. */
const headBytes = 64 * 1024;

export type Uploaded =
  | { readonly ok: true; readonly reply: FileReply }
  | { readonly ok: false; readonly status: 400 | 403 | 409 | 413; readonly why: string };

/**
 * Takes a file in as a new source of the case, piece by piece to a temporary file beside its place. What is too large, or
 * breaks off, leaves nothing.
 */
export async function upload(
  request: IncomingMessage,
  path: string,
  texts: CaseTexts,
  journal: string | undefined,
): Promise<Uploaded> {
  const no = (status: 400 | 403 | 409 | 413, why: string): Uploaded => ({ ok: false, status, why });
  const tooMuch = no(413, `A file may have ${mostUploadBytes / 1024 / 1024} MiB at most.`);
  const place = placeOfSource(path, texts);
  if (!place.ok) return no(403, `${place.why}.`);
  if (place.exists) return no(409, `${path} is there already, and is not replaced.`);
  if (announcedTooMuch(request, mostUploadBytes)) return tooMuch;
  const target = place.location;
  const temporary = temporaryFor(target);
  const noted = beginSave(journal, [{ target, temporary, base: null }]);
  try {
    await mkdir(dirname(target), { recursive: true });
    const taken = await take(request, temporary);
    if (taken === 'too much') return tooMuch;
    putNew(temporary, target);
    await syncFolder(dirname(target));
    const reader = chooseReader(undefined, taken.head, basename(path));
    return {
      ok: true,
      reply: {
        kind: 'saved',
        path,
        digest: taken.digest,
        bytes: taken.bytes,
        ...(reader.ok ? { reader: reader.value.name } : {}),
      },
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code === 'EEXIST') return no(409, `${path} is there already, and is not replaced.`);
    return no(400, `The file did not arrive, or could not be written (${code}).`);
  } finally {
    takeAway(temporary);
    noted.end();
  }
}

async function take(request: IncomingMessage, temporary: string) {
  const handle = await open(temporary, 'wx', 0o666);
  try {
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let bytes = 0;
    // As in `readBody`.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (bytes < headBytes) head.push(part);
      bytes += part.length;
      if (bytes > mostUploadBytes) return 'too much' as const;
      hash.update(part);
      await handle.writeFile(part);
    }
    await handle.sync();
    return { digest: hash.digest('hex'), bytes, head: Buffer.concat(head).subarray(0, headBytes) };
  } finally {
    await handle.close();
  }
}
