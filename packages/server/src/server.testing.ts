import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { EditReply, EditRequest, EvidenceState, ServerEvent, TextState } from './api/index.js';
import type { ServerOptions } from './options.js';
import { startServer } from './start-server.js';

export const today = '2026-11-23';

export const smallCase = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  o1: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It does not break, doubt: { elicited: 0.002, by: A. Person, because: It was tried } }
`;

/** A case with a log of 300 trials; `logs/trials.csv` is its source. */
export const measuredCase = `surety: 1
case: { id: measured, title: A measured case, status: draft }
outcomes:
  o1: { text: It breaks, threshold: { probability: 0.02, per: window }, claim: G1 }
argument:
  G1: { text: It does not break, supportedBy: [Sn1], inference: { elicited: 0.001, by: A. Person, because: It was tried } }
  Sn1: { text: Trials, evidence: trials, requires: { rate: "<= 0.05" } }
evidence:
  trials: { source: logs/trials.csv, measure: { kind: rate, success: leaked >= 1 } }
`;

export const trialsLog = `sample,leaked\n${Array.from({ length: 300 }, (_, at) => `${at},0`).join('\n')}\n`;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  /** Undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Buffer;
}

/** A request as it is, with any header; the path is sent as it is written. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const given = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).filter(([, value]) => value !== undefined);
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: Object.fromEntries(given), setHost: false, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** A folder with these files, gone when the test ends. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'surety-server-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  put(folder, files);
  return folder;
}

export function put(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export interface TestServer {
  readonly folder: string;
  readonly port: number;
  readonly token: string;
  readonly notes: readonly string[];
  /** With the token. */
  ask(path: string, asked?: Asked): Promise<Answer>;
  get<T>(path: string): Promise<T>;
  text(): Promise<TextState>;
  edit(files: EditRequest['files'], what?: string): Promise<EditReply>;
  /** The digest of a file as the server has it. */
  digest(path: string): Promise<string>;
  /** When the evidence of the newest text was read. */
  evidence(): Promise<EvidenceState>;
  /** Follows the events until the test ends. */
  follow(): Promise<Followed>;
  close(): Promise<void>;
}

export interface Followed {
  readonly events: readonly ServerEvent[];
  /** The next event that is one of those; fails after some seconds. */
  until(is: (event: ServerEvent) => boolean): Promise<ServerEvent>;
  close(): void;
}

/** Serves a folder, or one with these files; closed when the test ends. */
export async function serve(
  files: string | Readonly<Record<string, string | Buffer>> = { 'case.yaml': smallCase },
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const folder = typeof files === 'string' ? files : folderOf(files);
  const notes: string[] = [];
  const env = options.env ?? { PATH: process.env.PATH, SURETY_STATE: folderOf({}), GIT_CONFIG_GLOBAL: '/dev/null' };
  const started = await startServer({
    location: folder,
    today: () => today,
    now: Date.now,
    note: (words) => notes.push(words),
    ...options,
    env,
  });
  if (!started.ok) throw new Error(started.message);
  const { port, url, close } = started.value;
  onTestFinished(close);
  const token = url.slice(url.indexOf('=') + 1);
  return client({ folder, port, token, notes, close });
}

/** What a page does, towards a server that runs anywhere. */
export function client(of: Pick<TestServer, 'folder' | 'port' | 'token' | 'notes' | 'close'>): TestServer {
  const { port, token } = of;
  const authorized = (path: string, asked: Asked = {}) =>
    ask(port, path, { ...asked, headers: { authorization: `Bearer ${token}`, ...asked.headers } });
  const get = async <T>(path: string) => JSON.parse((await authorized(path)).text) as T;
  const text = () => get<TextState>('/api/text');
  return {
    ...of,
    ask: authorized,
    get,
    text,
    edit: async (edits, what = 'A change') => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ what, files: edits } satisfies EditRequest);
      return JSON.parse((await authorized('/api/edit', { method: 'POST', headers, body })).text);
    },
    digest: async (path) => {
      const file = (await text()).files.find((one) => one.path === path);
      if (file === undefined) throw new Error(`there is no ${path}`);
      return file.digest;
    },
    evidence: async () => {
      for (;;) {
        const [now, { version }] = [await get<EvidenceState>('/api/evidence'), await text()];
        if (now.status !== 'reading' && now.version === version) return now;
        await new Promise((done) => setTimeout(done, 20));
      }
    },
    follow: () => follow(port, token),
  };
}

function follow(port: number, token: string): Promise<Followed> {
  const events: ServerEvent[] = [];
  const waiting = new Set<() => void>();
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const asked = request({ host: '127.0.0.1', port, path: '/api/events', headers, agent: false }, (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('error', () => {});
      response.on('data', (part: string) => {
        rest += part;
        const blocks = rest.split('\n\n');
        rest = blocks.pop()!;
        for (const block of blocks) if (block.startsWith('data: ')) events.push(JSON.parse(block.slice(6)));
        for (const look of [...waiting]) look();
      });
      let at = 0;
      resolve({
        events,
        close: () => asked.destroy(),
        until: (is) =>
          new Promise((found, fail) => {
            const late = setTimeout(() => fail(new Error(`not told: ${JSON.stringify(events)}`)), 5000);
            const look = () => {
              const index = events.findIndex((event, place) => place >= at && is(event));
              if (index < 0) return;
              at = index + 1;
              waiting.delete(look);
              clearTimeout(late);
              found(events[index]!);
            };
            waiting.add(look);
            look();
          }),
      });
    });
    asked.on('error', reject);
    asked.end();
    onTestFinished(() => void asked.destroy());
  });
}

/** Still answers what it is asked for in order. */
export async function isAlive(server: TestServer): Promise<void> {
  expect((await server.text()).files.length).toBeGreaterThan(0);
}
