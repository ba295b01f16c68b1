import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { describe, writeAtomic } from '@surety/evidence';
import type { KeptToken } from '../gate/tokens.js';

/** What a server remembers of its last run on the same folder. */
export interface Remembered {
  readonly port?: number;
  readonly tokens: readonly KeptToken[];
}

export interface Memory {
  /** Of this server alone: absolute, readable by its owner only. */
  readonly folder: string;
  read(): Remembered;
  /** Why it could not be kept. */
  write(remembered: Remembered): Promise<string | undefined>;
}

/**
 * Where state is kept between runs: `SURETY_STATE`, else `surety` in `XDG_STATE_HOME`, `LOCALAPPDATA` or `~/.local/state`.
 * Nothing where there is no home.
 */
export function stateFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const own = env.SURETY_STATE ?? '';
  if (isAbsolute(own)) return own;
  for (const base of [env.XDG_STATE_HOME, env.LOCALAPPDATA]) {
    if (base !== undefined && isAbsolute(base)) return join(base, 'surety');
  }
  const home = env.HOME ?? env.USERPROFILE ?? (process.platform === 'win32' ? homedir() : '');
  return home === '' ? undefined : join(home, '.local', 'state', 'surety');
}

/** Where servers keep theirs, in the folder for state. */
export function stateOfServers(state: string): string {
  return join(state, 'serve');
}

/** Opens what is remembered of the case at a location; undefined where nothing can be kept. */
export function openMemory(env: Readonly<Record<string, string | undefined>>, location: string): Memory | undefined {
  const state = stateFolder(env);
  if (state === undefined) return undefined;
  const key = createHash('sha256').update(location).digest('hex').slice(0, 32);
  const folder = join(stateOfServers(state), key);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return undefined;
  }
  const file = join(folder, 'state.json');
  return {
    folder,
    read: () => readState(file),
    write: async (remembered) => {
      const problem = await writeAtomic(file, JSON.stringify(remembered), { mode: 0o600, follow: false, flush: false });
      return problem === undefined ? undefined : describe(problem);
    },
  };
}

/** What is damaged or not there is nothing to remember. */
function readState(file: string): Remembered {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { tokens: [] };
  }
  const { port, tokens } = (data ?? {}) as { readonly port?: unknown; readonly tokens?: unknown };
  const isPort = typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536;
  return { ...(isPort ? { port } : {}), tokens: Array.isArray(tokens) ? tokens.filter(isKept) : [] };
}

function isKept(one: unknown): one is KeptToken {
  const { hash, until } = (one ?? {}) as { readonly hash?: unknown; readonly until?: unknown };
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) && typeof until === 'number';
}
