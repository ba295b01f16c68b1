import type { IsoDate } from '@surety/core/case';

/** A file as it stands on disk: decoded without loss (a byte order mark stays its first character), and the SHA-256 of its bytes in hex. */
export interface FileText {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
}

/** `GET /api/text`: the text of the case. The browser parses it with the same code as the command. */
export interface TextState {
  /** Another one whenever a file of the case has another content. */
  readonly version: string;
  /** Name of the folder that is served. */
  readonly name: string;
  /** Another one for every place that is served, and the same one at every start: whose text a page keeps. Tells nobody which. */
  readonly place: string;
  /** Folder of the case, from the root; empty where they are one. */
  readonly folder: string;
  /** Day that everything is assessed on: today, or what the command was told. */
  readonly asOf: IsoDate;
  readonly today: IsoDate;
  readonly files: readonly FileText[];
  /** Why files could not be read, each in one sentence. */
  readonly problems: readonly string[];
  /** Who edits here, as git knows them; absent where it knows nobody. */
  readonly who?: string;
  /** Absent outside of a git repository. */
  readonly git?: { readonly branch?: string; readonly head?: string; readonly changed: readonly string[] };
  /** Nothing may be written. */
  readonly readOnly: boolean;
}
