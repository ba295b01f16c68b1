/**
 * `GET /api/events`: server-sent events; the data of each is one of these. Read by `fetch`, so that the token goes in a
 * header. A browser has six connections to one server at most, for all its windows together, and each stream takes one.
 */
export type ServerEvent =
  /** First of all, and after each change of a file. */
  | { readonly kind: 'text'; readonly version: string }
  | {
      readonly kind: 'evidence';
      readonly version: string;
      readonly status: 'reading' | 'ready' | 'failed';
      readonly done: number;
      readonly of: number;
    }
  /** The repository moved: a commit, another branch. */
  | { readonly kind: 'history' }
  /** The server ends; whoever wants to go on tries again. */
  | { readonly kind: 'end' };
