import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
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
const xmlLimits = { depth: 200, attributes: 100, token: 4 * 1024 * 1024 };

interface Waiting {
  readonly file: string;
  /** The folder of the file that was named, out of which nothing is included. */
  readonly root: string;
  readonly from?: Parameters<typeof problemAt>[1];
}

/** Reads files, and those that they include from their own folder and below, into one model. */
export async function readModels(files: readonly string[], cwd: string): Promise<ModelResult<OpenPsaModel>> {
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
    const path = await realpath(resolve(cwd, file)).catch(() => undefined);
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
    if (path === undefined || found === undefined)
      return { ok: false, problem: problemAt('undefined', said, `there is no file ${file}`, 'a file that is there') };
    if (!found.isFile()) return { ok: false, problem: problemAt('bad-value', said, `${file} is no file`, 'a file') };
    if (found.size > mostBytes)
      return { ok: false, problem: problemAt('limit', said, `${file} is too large`, `at most ${mostBytes} bytes`) };
    // A link may lead out of the folder.
    if (from !== undefined && !isBelow(await realpath(root), path))
      return {
        ok: false,
        problem: problemAt('not-supported', said, `${file} leads out of the folder`, 'a file below it'),
      };
    if (read.has(path))
      return { ok: false, problem: problemAt('duplicate', said, `${file} is read twice`, 'each file once') };
    read.add(path);
    const problem = await readInto(parser.handlers(file), path, file);
    if (problem !== undefined) return { ok: false, problem };
  }
  const model = parser.model();
  if (model.ok || several || model.problem.file !== undefined) return model;
  return { ok: false, problem: { ...model.problem, file: files[0]! } };
}

async function readInto(
  handlers: Parameters<typeof xmlScan>[0],
  path: string,
  file: string,
): Promise<ModelProblem | undefined> {
  const scan = xmlScan(handlers, xmlLimits);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const complete = (problem: ReturnType<typeof scan.end>): ModelProblem | undefined =>
    problem && { code: 'xml' as const, file, ...problem };
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      const problem = scan.write(decoder.decode(chunk as Buffer, { stream: true }));
      if (problem !== undefined) return complete(problem);
    }
    const rest = scan.write(decoder.decode());
    return complete(rest ?? scan.end());
  } catch (error) {
    if (error instanceof TypeError)
      return { ...problemAt('xml', { file, line: 1, column: 1 }, `${file} is not UTF-8`, 'XML in UTF-8') };
    return { ...problemAt('xml', { file, line: 1, column: 1 }, `${file} cannot be read`, 'a file that can be read') };
  }
}

function isBelow(folder: string, path: string): boolean {
  const between = relative(folder, path);
  return between !== '' && between !== '..' && !between.startsWith(`..${sep}`) && resolve(folder, between) === path;
}
