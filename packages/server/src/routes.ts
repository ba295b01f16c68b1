import type { HttpBindings } from '@hono/node-server';
import { isRevisionLike } from '@surety/evidence/git';
import type { Hono } from 'hono';
import { parseEdit } from './edit/parse-edit.js';
import { mostCommits } from './history/read-history.js';
import { parseJson } from './http/parse-json.js';
import { readBody } from './http/read-body.js';
import { json, refused } from './http/refused.js';
import { mostEditBytes, mostPreviewBytes } from './options.js';
import type { Previews } from './preview/previews.js';
import type { Site } from './site/site.js';
import type { Workspace } from './workspace.js';

type Bindings = { readonly Bindings: HttpBindings };

/** What a sample of trials may have at most. */
const mostTrials = 100;

/** What can be asked for under /api, and everything else: the page and what it loads. */
export function addRoutes(app: Hono<Bindings>, workspace: Workspace, previews: Previews, site: Site): void {
  app.get('/api/text', async () => json(await workspace.text()));
  app.get('/api/evidence', () => json(workspace.evidence()));
  app.get('/api/events', () => {
    const events = workspace.events();
    if (events === undefined) return refused('Too many windows are open on this server.', 503);
    return new Response(events, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
    });
  });
  app.post('/api/edit', async ({ env, req }) => {
    if (!isType(req.header('content-type'), 'application/json'))
      return refused('An edit is sent as application/json.', 415);
    const body = await readBody(env.incoming, mostEditBytes);
    if (!body.ok) return refused(body.why, body.status);
    const data = parseJson(body.value);
    if (!data.ok) return refused(data.why, data.status);
    const edit = parseEdit(data.value);
    if (!edit.ok) return refused(edit.why, 400);
    const reply = await workspace.edit(edit.value);
    return json(reply, reply.kind === 'refused' ? 422 : 200);
  });
  app.get('/api/trials', async ({ req }) => {
    const evidence = req.query('evidence') ?? '';
    const sample = wholeNumber(req.query('sample') ?? '5', 1, mostTrials);
    const seed = wholeNumber(req.query('seed') ?? '1', 0, Number.MAX_SAFE_INTEGER);
    if (evidence === '' || evidence.length > 500 || sample === undefined || seed === undefined) {
      return refused(`It needs evidence=ID, sample=1 to ${mostTrials}, and a whole number as seed.`, 400);
    }
    return json(await workspace.trials(evidence, sample, seed));
  });
  app.post('/api/file', async ({ env, req }) => {
    const uploaded = await workspace.upload(env.incoming, req.query('path') ?? '');
    return uploaded.ok ? json(uploaded.reply) : refused(uploaded.why, uploaded.status);
  });
  app.get('/api/history', async ({ req }) => {
    const limit = wholeNumber(req.query('limit') ?? '50', 1, mostCommits);
    const before = req.query('before');
    if (limit === undefined || !(before === undefined || /^[0-9a-f]{40,64}$/.test(before))) {
      return refused(`It takes limit=1 to ${mostCommits}, and the hash of a commit as before.`, 400);
    }
    return json(await workspace.history(limit, before));
  });
  app.get('/api/revision', async ({ req }) => {
    const [revision, folder] = [req.query('rev'), req.query('folder')];
    if ((revision === undefined) === (folder === undefined)) return refused('It takes either rev or folder.', 400);
    if (revision !== undefined && !isRevisionLike(revision))
      return refused('That cannot be the name of a revision.', 400);
    const reply = revision === undefined ? await workspace.folder(folder!) : await workspace.revision(revision);
    return json(reply, reply.kind === 'refused' ? 404 : 200);
  });
  app.post('/api/preview', async ({ env, req }) => {
    if (!isType(req.header('content-type'), 'text/html')) return refused('A report is sent as text/html.', 415);
    const body = await readBody(env.incoming, mostPreviewBytes);
    return body.ok ? json({ kind: 'preview', url: previews.add(body.value) }) : refused(body.why, body.status);
  });
  app.all('/api/*', () => refused('There is nothing of that name.', 404));
  app.get('/preview/:name', ({ req }) => previews.answer(req.param('name')) ?? refused('That report is gone.', 404));
  app.get('*', async ({ req }) => {
    const found = await site.answer(req.path, req.header('accept-encoding'));
    return found ?? refused('There is nothing of that name.', 404);
  });
  app.all('*', () => refused('Only GET is answered here.', 405));
}

function isType(header: string | undefined, type: string): boolean {
  return header?.split(';')[0]?.trim().toLowerCase() === type;
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
