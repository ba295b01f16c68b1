import { applySplices, type Change, edit } from '../../language/edit/index.js';
import { openDocument } from '../../language/index.js';
import { type Refusal, refuse } from '../refusal.js';

/** What a new case says of itself. */
export interface TemplateValues {
  readonly id: string;
  readonly title?: string;
  /** First and last day of the deployment window. */
  readonly window?: { readonly from: string; readonly to: string };
}

/** The text of a case with its id, title and window put in place; every other byte stays. */
export function fillTemplate(
  text: string,
  { id, title, window }: TemplateValues,
): { readonly ok: true; readonly text: string } | Refusal {
  const set = (path: readonly string[], value: string): Change => ({ kind: 'set', path, value });
  const changes: Change[] = [
    set(['case', 'id'], id),
    ...(title === undefined ? [] : [set(['case', 'title'], title)]),
    ...(window === undefined
      ? []
      : [set(['decision', 'window', 'from'], window.from), set(['decision', 'window', 'to'], window.to)]),
  ];
  let filled = text;
  for (const change of changes) {
    const edited = edit(openDocument('case.yaml', filled), change);
    if (!edited.ok) return refuse(edited.reason);
    filled = applySplices(filled, edited.splices);
  }
  return { ok: true, text: filled };
}
