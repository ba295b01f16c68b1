import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token that was given out by an earlier run, as far as it is kept. */
export interface KeptToken {
  /** SHA-256 of it, in hex. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface Tokens {
  /** For the page of this run. */
  readonly token: string;
  /** To be kept for the next run. */
  readonly kept: readonly KeptToken[];
  /** Whether `Authorization` names a token that holds. */
  accepts(header: string | undefined, now: number): boolean;
}

/** Pages that are open when the server is started again go on so long. */
const keptFor = 12 * 60 * 60 * 1000;
const mostKept = 20;

/** Tokens of a run: a new one and those of earlier runs that still hold; or the one that is given, and no other. */
export function tokensOf(earlier: readonly KeptToken[], given: string | undefined, now: number): Tokens {
  const token = given ?? randomBytes(32).toString('base64url');
  const own: KeptToken = { hash: hashOf(token), until: now + keptFor };
  const old = given === undefined ? earlier.filter(({ until }) => until > now).slice(0, mostKept) : [];
  return {
    token,
    kept: [own, ...old],
    accepts(header, at) {
      const shown = /^Bearer ([\x21-\x7e]{1,512})$/.exec(header ?? '')?.[1];
      if (shown === undefined) return false;
      const hash = Buffer.from(hashOf(shown));
      const isGood = (one: KeptToken) => timingSafeEqual(hash, Buffer.from(one.hash));
      // The token of this run holds as long as it runs.
      return isGood(own) || old.some((one) => one.until > at && isGood(one));
    },
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
