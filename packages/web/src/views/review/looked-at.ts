import { useCallback, useState } from 'react';
import { remembered } from '../../storage/index.js';

/** Marks that are kept for one case; older ones make room. */
const mostKept = 2000;

/** Which items somebody looked at, in this browser alone: the format of a case has no place for it. */
export function useLookedAt(caseId: string): {
  readonly marks: ReadonlySet<string>;
  readonly mark: (key: string, isOn: boolean) => void;
  /** Why the marks go when the page does; undefined: they are kept. */
  readonly lost: string | undefined;
} {
  const name = `surety-looked-at ${caseId}`;
  const [{ marks, lost }, setState] = useState(() => read(name));
  const mark = useCallback(
    (key: string, isOn: boolean) =>
      setState(({ marks: before }) => {
        const next = new Set(before);
        if (isOn) next.add(key);
        else next.delete(key);
        return { marks: next, lost: write(name, next) };
      }),
    [name],
  );
  return { marks, mark, lost };
}

const lost = 'This browser keeps nothing for the page: the marks go when it is closed.';

function read(name: string): { readonly marks: ReadonlySet<string>; readonly lost: string | undefined } {
  return { marks: marksIn(remembered.get(name)), lost: remembered.outlives() ? undefined : lost };
}

function write(name: string, marks: ReadonlySet<string>): string | undefined {
  return remembered.set(name, JSON.stringify([...marks].slice(-mostKept))) ? undefined : lost;
}

/** What is not a list of texts is taken for no marks. */
export function marksIn(text: string | null): ReadonlySet<string> {
  if (text === null) return new Set();
  try {
    const value: unknown = JSON.parse(text);
    return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}
