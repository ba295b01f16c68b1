import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import {
  type ModelProblem,
  type ModelResult,
  type OpenPsaModel,
  openPsaParser,
  problemAt,
} from '@surety/engine/open-psa';
import { xmlScan } from '@surety/engine/xml';

/** Bytes of one file, files in all, and nesting of elements. */
const mostBytes = 512 * 1024 * 1024;
const mostFiles = 1000;
/** Bytes read at a time. */
const piece = 1 << 20;
const xmlLimits = { depth: 200, attributes: 100, token: 4 * 1024 * 1024 };

interface Waiting {
  readonly file: string;
  /** The folder of the file that was named, out of which nothing is included. */
  readonly root: string;
  readonly from?: Parameters<typeof problemAt>[1];
}

/** Reads files, and those that they include from their own folder and below, into one model. */
export function readModels(files: readonly string[], cwd: string): ModelResult<OpenPsaModel> {
  const queue: Waiting[] = files.map((file) => ({ file, root: dirname(resolve(cwd, file)) }));
  const read = new Set<string>();
  const several = files.length > 1;
  let current: Waiting | undefined;
  const parser = openPsaParser(undefined, (file, place) => {
    const { file: by, root } = current!;
    const path = resolve(dirname(resolve(cwd, by)), file);
    if (!isBelow(root, path))
      return problemAt(
        'not-supported',
        place,
        `the file “${file}” is included from outside of the folder`,
        'a file beside the model or below',
      );
    if (queue.length >= mostFiles)
      return problemAt('limit', place, 'the model includes too many files', `at most ${mostFiles}`);
    queue.push({ file: relative(cwd, path) || path, root, from: place });
    return undefined;
  });
  for (let next = 0; next < queue.length; next++) {
    current = queue[next]!;
    const { file, root, from } = current;
    const said = { file: from?.file ?? file, line: from?.line ?? 1, column: from?.column ?? 1 };
    const path = answered(() => realpathSync(resolve(cwd, file)));
    const entry = path === undefined ? undefined : answered(() => statSync(path));
    if (path === undefined || entry === undefined)
      return { ok: false, problem: problemAt('undefined', said, `there is no file ${file}`, 'a file that is there') };
    if (!entry.isFile()) return { ok: false, problem: problemAt('bad-value', said, `${file} is no file`, 'a file') };
    if (entry.size > mostBytes)
      return { ok: false, problem: problemAt('limit', said, `${file} is too large`, `at most ${mostBytes} bytes`) };
    // A link may lead out of the folder.
    if (from !== undefined && !isBelow(realpathSync(root), path))
      return {
        ok: false,
        problem: problemAt('not-supported', said, `${file} leads out of the folder`, 'a file below it'),
      };
    if (read.has(path))
      return { ok: false, problem: problemAt('duplicate', said, `${file} is read twice`, 'each file once') };
    read.add(path);
    const problem = readInto(parser.handlers(file), path, file);
    if (problem !== undefined) return { ok: false, problem };
  }
  const model = parser.model();
  if (model.ok || several || model.problem.file !== undefined) return model;
  return { ok: false, problem: { ...model.problem, file: files[0]! } };
}

function readInto(handlers: Parameters<typeof xmlScan>[0], path: string, file: string): ModelProblem | undefined {
  const scan = xmlScan(handlers, xmlLimits);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const complete = (problem: ReturnType<typeof scan.end>): ModelProblem | undefined =>
    problem && { code: 'xml' as const, file, ...problem };
  try {
    const descriptor = openSync(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(piece);
      for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
        const problem = scan.write(decoder.decode(buffer.subarray(0, length), { stream: true }));
        if (problem !== undefined) return complete(problem);
      }
    } finally {
      closeSync(descriptor);
    }
    const rest = scan.write(decoder.decode());
    return complete(rest ?? scan.end());
  } catch (error) {
    if (error instanceof TypeError)
      return { ...problemAt('xml', { file, line: 1, column: 1 }, `${file} is not UTF-8`, 'XML in UTF-8') };
    return { ...problemAt('xml', { file, line: 1, column: 1 }, `${file} cannot be read`, 'a file that can be read') };
  }
}

/** What the file system answers; nothing where it refuses. */
function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function isBelow(folder: string, path: string): boolean {
  const between = relative(folder, path);
  return between !== '' && between !== '..' && !between.startsWith(`..${sep}`) && resolve(folder, between) === path;
}
