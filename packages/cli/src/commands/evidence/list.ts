import { resolve } from 'node:path';
import { type ExitCode, exitCode } from '../../exit-code.js';
import { type ListedFile, renderLogList } from '../../render/log-list.js';
import { clean } from '../../render/text.js';
import { during, type Session, unusable } from '../../session.js';

interface Options {
  readonly json?: boolean;
}

/** `surety evidence list FOLDER` */
export async function listEvidence(session: Session, folder: string, options: Options): Promise<ExitCode> {
  const [{ describe }, { listLogs }] = await Promise.all([
    import('@surety/evidence/problem'),
    import('@surety/evidence/log-folder'),
  ]);
  const path = resolve(session.io.cwd, folder);
  const { logs, ignored, problems } = await during(session, `Looking through ${folder}`, (say) =>
    listLogs(path, { onProgress: ({ done, of }) => say(`Looking through ${folder}, ${done} of ${of} files`) }),
  );
  const whole = problems.find(({ file }) => file === path);
  if (whole !== undefined) return unusable(session, describe({ ...whole, file: folder }));
  const files: ListedFile[] = [
    ...logs.map(({ path: file, result }): ListedFile => {
      if (!result.ok) return { file, problem: described(result.problems[0]!, file, describe) };
      const { reader, status, task, models, claimed, run } = result.head;
      return {
        file,
        reader,
        status,
        ...(task === undefined ? {} : { task }),
        models,
        ...(claimed.total === undefined ? {} : { claimed: claimed.total }),
        ...(run?.created === undefined ? {} : { created: run.created }),
      };
    }),
    ...problems.map((problem) => ({ file: problem.file ?? '', problem: described(problem, problem.file, describe) })),
  ].sort((a, b) => (a.file < b.file ? -1 : 1));
  const unread = files.filter((file) => 'problem' in file).length;
  if (options.json === true) {
    session.print(JSON.stringify({ format: 'surety-evidence-list/1', folder, files, ignored }, null, 2));
  } else {
    for (const line of renderLogList(files, session)) session.print(line);
  }
  if (!session.quiet) session.note(summary(clean(folder), files.length - unread, unread, ignored.length));
  return unread === 0 ? exitCode.good : exitCode.bad;
}

function summary(folder: string, read: number, unread: number, ignored: number): string {
  const logs =
    read + unread === 0 ? `No logs below ${folder}` : `${read} ${read === 1 ? 'log' : 'logs'} below ${folder}`;
  const flawed = unread === 0 ? '' : `, ${unread} that cannot be read`;
  const others = ignored === 0 ? '' : `; ${ignored} other ${ignored === 1 ? 'file' : 'files'} of no known format`;
  return `${logs}${flawed}${others}.`;
}

type Described = Parameters<typeof import('@surety/evidence').describe>[0];

/** The message without the name of the file, which stands before it in the table; a member's name is kept. */
function described(problem: Described, file: string | undefined, describe: (problem: Described) => string): string {
  const { file: named, ...rest } = problem;
  return describe(named === undefined || named === file ? rest : { ...rest, file: named });
}
