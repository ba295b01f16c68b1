import type { EditRequest, FileEdit, Replace } from '../api/index.js';

export type ParsedEdit =
  | { readonly ok: true; readonly value: EditRequest }
  | { readonly ok: false; readonly why: string };

const mostFiles = 1000;
const longestWhat = 500;

/** What a client sent as an edit, looked at piece by piece: nothing else may stand in it. */
export function parseEdit(data: unknown): ParsedEdit {
  if (!isRecord(data)) return no('An edit is an object with `what` and `files`.');
  const { what, files } = data;
  if (typeof what !== 'string' || what.length > longestWhat) return no('`what` says in words what the edit does.');
  if (!Array.isArray(files) || files.length === 0 || files.length > mostFiles) {
    return no(`\`files\` is a list of 1 to ${mostFiles} files.`);
  }
  const edits: FileEdit[] = [];
  for (const [at, file] of files.entries()) {
    const edit = fileEdit(file);
    if (edit === undefined) return no(`File ${at + 1} of the edit is not of a known form.`);
    edits.push(edit);
  }
  return { ok: true, value: { what, files: edits } };
}

function no(why: string): ParsedEdit {
  return { ok: false, why };
}

function fileEdit(data: unknown): FileEdit | undefined {
  if (!isRecord(data)) return undefined;
  const { path, base, splices, text, remove } = data;
  if (typeof path !== 'string' || !(base === null || isDigest(base))) return undefined;
  const kinds = [splices, text, remove].filter((each) => each !== undefined).length;
  if (kinds !== 1) return undefined;
  if (typeof text === 'string') return { path, base, text };
  if (base === null) return undefined;
  if (remove === true) return { path, base, remove };
  if (!Array.isArray(splices) || !splices.every(isReplace)) return undefined;
  return { path, base, splices };
}

function isReplace(data: unknown): data is Replace {
  if (!isRecord(data)) return false;
  const { start, end, text } = data;
  return isOffset(start) && isOffset(end) && start <= end && typeof text === 'string';
}

function isOffset(data: unknown): data is number {
  return typeof data === 'number' && Number.isSafeInteger(data) && data >= 0;
}

function isDigest(data: unknown): data is string {
  return typeof data === 'string' && /^[0-9a-f]{64}$/.test(data);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
