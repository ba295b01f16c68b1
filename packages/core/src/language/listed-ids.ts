import type { Path } from '../case/index.js';

/** The ids in a text that should have been a list; undefined where it is something else. */
export function listedIds(text: string): readonly string[] | undefined {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '');
  return ids.length > 1 && ids.every((id) => /^[\p{L}\p{N}_.@-]+$/u.test(id)) ? ids : undefined;
}

const listKeys: ReadonlySet<unknown> = new Set(['supportedBy', 'inContextOf', 'defeatedRelation']);
const mapsOfLists: ReadonlySet<unknown> = new Set(['acp', 'develops']);

/** Whether what stands at a path may be a list of ids. */
export function takesIds(path: Path): boolean {
  return listKeys.has(path.at(-1)) || (typeof path.at(-1) === 'string' && mapsOfLists.has(path.at(-2)));
}
