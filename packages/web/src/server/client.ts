import type {
  EditReply,
  EditRequest,
  EvidenceState,
  FileReply,
  History,
  PreviewReply,
  RevisionReply,
  ServerEvent,
  TextState,
  TrialSample,
} from '@surety/server/api';
import { readEvents } from './read-events.js';
import { ServerError } from './server-error.js';
import { sharedEvents } from './shared-events.js';

export { ServerError };

export interface Client {
  text(): Promise<TextState>;
  evidence(): Promise<EvidenceState>;
  edit(request: EditRequest): Promise<EditReply>;
  trials(evidence: string, sample: number, seed: number): Promise<TrialSample>;
  addFile(path: string, bytes: Blob): Promise<FileReply>;
  history(limit: number, before?: string): Promise<History>;
  revision(of: { readonly rev: string } | { readonly folder: string }): Promise<RevisionReply>;
  /** An address of this server at which a sandboxed frame may show the report, for some minutes. */
  preview(html: string): Promise<PreviewReply>;
  /** Calls back for each event until the connection ends; then it is over, and whoever wants more calls again. */
  events(each: (event: ServerEvent) => void, signal: AbortSignal): Promise<void>;
}

/** The server that this page came from, by the token of its address. */
export function clientWith(token: string): Client {
  const headers = { authorization: `Bearer ${token}` };
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(path, { ...init, headers: { ...headers, ...init.headers }, cache: 'no-store' });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ServerError(0, 'The server does not answer');
    }
    // An edit that conflicts or is refused is an answer too.
    if (response.ok || (path === '/api/edit' && [409, 422].includes(response.status))) return response;
    throw new ServerError(response.status, await reasonOf(response));
  };
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await call(path, init)).json() as Promise<T>;
  const query = (values: Readonly<Record<string, string | number>>) =>
    new URLSearchParams(Object.entries(values).map(([name, value]) => [name, `${value}`])).toString();
  return {
    text: () => json('/api/text'),
    evidence: () => json('/api/evidence'),
    edit: (request) =>
      json('/api/edit', {
        method: 'POST',
        body: JSON.stringify(request),
        headers: { 'content-type': 'application/json' },
      }),
    trials: (evidence, sample, seed) => json(`/api/trials?${query({ evidence, sample, seed })}`),
    addFile: (path, bytes) =>
      json(`/api/file?${query({ path })}`, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    history: (limit, before) => json(`/api/history?${query({ limit, ...(before === undefined ? {} : { before }) })}`),
    revision: (of) => json(`/api/revision?${query({ ...of })}`),
    preview: (html) => json('/api/preview', { method: 'POST', body: html, headers: { 'content-type': 'text/html' } }),
    events: (each, signal) =>
      sharedEvents(async (hear, until) => readEvents(await call('/api/events', { signal: until }), hear), each, signal),
  };
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const said = JSON.parse(text) as { readonly why?: string };
    if (typeof said.why === 'string') return said.why;
  } catch {
    // Not JSON: what stands between this page and its server said it.
  }
  return `The server answered ${response.status}`;
}
