import type { Origin, Path } from '../case/index.js';
import type { ElementText } from '../schema/index.js';

/** Where the parts of an element stand in the text; those of an instance stand in the text of its pattern. */
export interface Places {
  readonly own: Origin;
  /** The value of a key. */
  readonly of: (key: string) => Origin;
  /** An edge by its number among those of the key. */
  readonly edge: (key: EdgeKey, index: number) => Origin;
}

export type EdgeKey = 'supportedBy' | 'inContextOf';

/** The places of an element that stands whole at a path of a file. */
export function placesAt(file: string, path: Path, text: Pick<ElementText, EdgeKey>): Places {
  return {
    own: { file, path },
    of: (key) => ({ file, path: [...path, key] }),
    edge: (key, index) => ({ file, path: Array.isArray(text[key]) ? [...path, key, index] : [...path, key] }),
  };
}
