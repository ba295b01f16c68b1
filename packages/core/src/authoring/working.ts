import { type Case, type CaseLookup, type ElementId, lookup } from '../case/index.js';
import { type Parsed, parse } from '../language/index.js';
import { type CaseTextFile, openTexts, type Refusal, refuse, type Texts } from '../skeleton/index.js';
import type { AuthorOptions } from './types.js';

/** A case with its texts, while one change is made to them. Places (origins) are those before it. */
export interface Working {
  readonly of: Case;
  readonly look: CaseLookup;
  readonly texts: Texts;
  readonly options: AuthorOptions;
}

export function workOn(of: Case, files: readonly CaseTextFile[], options: AuthorOptions): Working {
  return { of, look: lookup(of), texts: openTexts(files), options };
}

/** What one change did to the texts. */
export interface Done {
  readonly ok: true;
  readonly what: string;
  readonly also?: readonly string[];
  readonly select?: ElementId;
}

export type Outcome = Done | Refusal;

/** The first of several steps that cannot be made ends the change. */
export function steps(...all: readonly (() => Refusal | undefined)[]): Refusal | undefined {
  for (const step of all) {
    const refused = step();
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** The case as the texts have it now; refused where they cannot be read any more, with the first fault. */
export function reread(working: Working): Working | Refusal {
  const read = readAgain(working);
  return 'parsed' in read ? workOn(read.parsed.case!, working.texts.files(), working.options) : read;
}

/** Reads the texts as they are now. */
export function readAgain({ texts, options }: Working): { readonly parsed: Parsed } | Refusal {
  const parsed = parse(
    texts.files().map(({ file, text }) => ({ path: file, text })),
    options.parse,
  );
  if (parsed.case !== null) return { parsed };
  const { message, hint } = parsed.diagnostics.find(({ severity }) => severity === 'error')!;
  return refuse(message.replace(/\.$/, ''), hint);
}
