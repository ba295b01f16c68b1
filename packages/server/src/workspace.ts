import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { basename, join } from 'node:path';
import { watchFolders } from '@surety/evidence/loading';
import type {
  EditReply,
  EditRequest,
  EvidenceState,
  History,
  RevisionReply,
  TextState,
  TrialSample,
} from './api/index.js';
import { inTurn } from './edit/in-turn.js';
import { save } from './edit/save.js';
import { openHub } from './events/hub.js';
import { keepEvidence } from './evidence/evidence-keeper.js';
import { type Done, openJobThread } from './evidence/job-thread.js';
import type { Job, OtherCase } from './evidence/jobs.js';
import { caseRepository, gitFacts, whoCommits } from './history/git-facts.js';
import { folderBelow } from './history/other-folder.js';
import { readHistory } from './history/read-history.js';
import type { ServerOptions } from './options.js';
import { type CaseTexts, readTexts } from './text/read-texts.js';
import { type Uploaded, upload } from './upload/upload.js';
import { watchCase } from './watch/watch-case.js';

/** The case that is served: what stands on disk, what was measured of it, and what may be done to it. */
export interface Workspace {
  text(): Promise<TextState>;
  evidence(): EvidenceState;
  /** A stream of events; undefined where too many are open. */
  events(): ReadableStream<Uint8Array> | undefined;
  edit(request: EditRequest): Promise<EditReply>;
  upload(request: IncomingMessage, path: string): Promise<Uploaded>;
  trials(evidence: string, sample: number, seed: number): Promise<TrialSample>;
  history(limit: number, before: string | undefined): Promise<History>;
  revision(name: string): Promise<RevisionReply>;
  folder(path: string): Promise<RevisionReply>;
  close(): Promise<void>;
}

const readOnly = { kind: 'refused', why: 'This server only shows the case: it was started with --read-only.' } as const;

/** Files of a repository, and of its log, that change when it moves. */
const ofRepository = new Set(['HEAD', 'index', 'COMMIT_EDITMSG', 'packed-refs', 'ORIG_HEAD', 'MERGE_HEAD']);

/** Opens the case at a location. `journal` is where saves are noted while they are done, in one of the `own` folders. */
export async function openWorkspace(
  options: ServerOptions,
  heartbeat: number,
  journal: string | undefined,
  own: readonly string[],
): Promise<Workspace> {
  const { location, env, today } = options;
  const asOf = () => options.asOf ?? today();
  const hub = openHub(heartbeat);
  const turn = inTurn();
  // Trials and other revisions do not wait for the evidence.
  const [measuring, asking] = [openJobThread(), openJobThread()];
  const common = () => ({ location, env, readers: options.readers ?? [], asOf: asOf() });
  const found = await caseRepository(location, env);
  const repository = 'why' in found ? undefined : found;
  const who = repository === undefined ? undefined : await whoCommits(repository);
  const git = () => (repository === undefined ? undefined : gitFacts(repository));
  const told = async () => JSON.stringify(await git());
  // Not waited for: in a large repository it takes its time.
  let moved = told();
  /** What git says now; asked again after a change, by the first who wants to know. */
  let facts: ReturnType<typeof git> | undefined;

  const place = createHash('sha256').update(location).digest('hex').slice(0, 32);
  let texts: CaseTexts = (await readTexts(location)).texts;
  const watch = watchCase(texts.folder, () => void look(), own);
  const evidence = keepEvidence(
    measuring,
    () => ({ kind: 'measure', ...common() }),
    hub.send,
    (files) => watch.also(files),
  );
  evidence.refresh(texts.version);

  /** Reads the text anew, and tells where it has another content. */
  async function read(): Promise<void> {
    const { texts: now } = await readTexts(location);
    const isOther = now.version !== texts.version;
    texts = now;
    facts = undefined;
    if (isOther) hub.send({ kind: 'text', version: now.version });
  }

  /** After a change on disk, of whatever it was. */
  async function look(): Promise<void> {
    try {
      await turn(read);
      evidence.refresh(texts.version);
    } catch (error) {
      // A folder that goes while it is read; the next look finds what is there then.
      options.note?.(`The case could not be read: ${error instanceof Error ? error.message : error}`);
      watch.again();
    }
  }

  const repositoryWatch =
    repository === undefined
      ? undefined
      : watchFolders(
          new Map([
            [repository.gitFolder, ofRepository],
            [join(repository.gitFolder, 'logs'), ofRepository],
          ]),
          () => void lookAtRepository(),
        );
  let looking: NodeJS.Timeout | undefined;
  function lookAtRepository(): void {
    clearTimeout(looking);
    looking = setTimeout(async () => {
      facts = undefined;
      const before = await moved;
      moved = told();
      if ((await moved) === before) return;
      hub.send({ kind: 'history' });
      // Who wrote a record, and whether it is committed, is part of what signatures are worth.
      evidence.refresh(texts.version);
    }, 100);
  }

  async function otherCase(job: Extract<Job, { kind: 'revision' | 'folder' }>): Promise<RevisionReply> {
    const done: Done<OtherCase> = await asking.run(job);
    const other = done.ok ? done.value : { ok: false as const, why: done.why };
    if (!other.ok) return { kind: 'refused', why: /[.?]$/.test(other.why) ? other.why : `${other.why}.` };
    const { name, files, version } = other;
    return { kind: 'case', name, files, evidence: { version, status: 'ready', ...other.evidence } };
  }

  return {
    async text() {
      facts ??= git();
      const known = await facts;
      return {
        version: texts.version,
        name: basename(texts.folder),
        place,
        folder: texts.prefix,
        asOf: asOf(),
        today: today(),
        files: texts.files,
        problems: texts.problems,
        ...(who === undefined ? {} : { who }),
        ...(known === undefined ? {} : { git: known }),
        readOnly: options.readOnly === true,
      };
    },
    evidence: evidence.state,
    events: () => hub.open({ kind: 'text', version: texts.version }),
    edit: (request) =>
      options.readOnly === true
        ? Promise.resolve(readOnly)
        : turn(async () => {
            const saved = await save(request, texts, journal);
            await read();
            if (saved.kind !== 'saved') return saved;
            evidence.refresh(texts.version);
            return { ...saved, version: texts.version };
          }),
    upload: async (request, path) => {
      if (options.readOnly === true) return { ok: false, status: 403, why: readOnly.why };
      const uploaded = await upload(request, path, texts, journal);
      if (uploaded.ok) evidence.refresh(texts.version);
      return uploaded;
    },
    async trials(id, sample, seed) {
      const { measures } = evidence.state();
      const measure = Object.hasOwn(measures, id) ? { [id]: measures[id]! } : {};
      const done = await asking.run({ kind: 'trials', ...common(), evidence: id, sample, seed, measures: measure });
      return { evidence: id, seed, ...(done.ok ? done.value : { of: 0, trials: [], why: done.why }) };
    },
    history: async (limit, before) =>
      'why' in found ? { commits: [], more: false, why: found.why } : readHistory(found, limit, before),
    revision: (revision) => otherCase({ kind: 'revision', ...common(), revision }),
    async folder(path) {
      const folder = folderBelow(texts.root, path);
      if (folder === undefined) return { kind: 'refused', why: 'There is no such folder below the root of the case.' };
      return otherCase({ kind: 'folder', ...common(), folder, name: path === '' ? basename(folder) : path });
    },
    async close() {
      watch.close();
      repositoryWatch?.close();
      clearTimeout(looking);
      hub.close();
      await turn(async () => {});
      await Promise.all([measuring.close(), asking.close()]);
    },
  };
}
