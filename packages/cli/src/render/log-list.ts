import type { Session } from '../session.js';
import { table } from './table.js';
import { cleaned } from './text.js';

/** One file of the folder: what its header says, or why it cannot be read. */
export type ListedFile =
  | {
      readonly file: string;
      readonly reader: string;
      readonly status: string;
      readonly task?: string;
      readonly models: readonly string[];
      readonly claimed?: number;
      readonly created?: string;
    }
  | { readonly file: string; readonly problem: string };

const columns = [
  { title: 'FILE' },
  { title: 'READER' },
  { title: 'STATUS' },
  { title: 'CREATED' },
  { title: 'SAMPLES', align: 'right' },
  { title: 'TASK' },
  { title: 'MODEL' },
] as const;

/** A table of the logs of a folder; a file that cannot be read has its problem in place of what it would say. */
export function renderLogList(files: readonly ListedFile[], session: Session): string[] {
  const { style } = session;
  const rows = cleaned(files).map((file) =>
    'problem' in file
      ? [file.file]
      : [
          file.file,
          file.reader,
          file.status,
          file.created?.slice(0, 16).replace('T', ' ') ?? '',
          file.claimed === undefined ? '' : String(file.claimed),
          file.task ?? '',
          file.models.join(', '),
        ],
  );
  const [head, ...lines] = table(columns, rows, '', (text) => style.dim(text));
  const flawed = cleaned(files).map((file) => ('problem' in file ? file.problem : undefined));
  const told = lines.map((line, at) => {
    const problem = flawed[at];
    return problem === undefined ? line : `${line}  ${style.red('!')} ${problem}`;
  });
  return head === undefined ? [] : [head, ...told];
}
