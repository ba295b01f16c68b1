import type { KeyObject } from 'node:crypto';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { lookup } from '@surety/core/case';
import { samePerson } from '@surety/core/signoff';
import { privateKeyFrom } from '../attest/keys.js';
import { elementOf } from '../element-of.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type AssessedCase, assessCase, readCase } from '../load-case.js';
import { defaultSeed } from '../options.js';
import { refuse } from '../refuse.js';
import { filePath } from '../render/place.js';
import { clean, listed } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import { isYes } from '../yes.js';
import { dependentAssessor } from './independent.js';
import { type Recorded, recordIn, type SignRecord } from './record.js';
import { renderSubject } from './render-subject.js';
import { signerOf } from './signer.js';
import { type Subject, subjectOf } from './subject.js';

export interface SignOptions {
  readonly case: string;
  readonly role: string;
  readonly who?: string;
  readonly statement?: string;
  /** File of the private key that signs. */
  readonly key?: string;
  readonly date: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `surety sign [ELEMENT] --role ROLE` */
export async function sign(session: Session, named: string | undefined, options: SignOptions): Promise<ExitCode> {
  const { role, date, dryRun } = options;
  const { io } = session;
  if (date > io.today()) return unusable(session, `${date} is still to come: nobody can have signed on it`);
  if (dryRun !== true && options.yes !== true && io.ask === undefined)
    return unusable(session, 'nobody is here to be asked: look at what is signed with --dry-run, then sign with --yes');
  const assessed = await assessCase(session, options.case, { asOf: date, seed: defaultSeed });
  if (!assessed.ok) return refuse(session, assessed);
  const { value } = assessed;
  const index = lookup(value.case);
  const found = named === undefined ? undefined : await elementOf(session, value.case, named);
  if (typeof found === 'number') return found;
  const id = found?.element.id;
  const who = await signerOf(session, options.who, value.folder);
  if (who === undefined) return unusable(session, 'say who signs: --who NAME (git has no user.name here)');
  const statement = await statementOf(session, value, options.statement);
  if (statement.kind === 'outside')
    return unusable(session, `${options.statement}: the path leaves the root of the case`);
  const subject = subjectOf(value, index, id);
  const record: SignRecord = {
    ...{ role, who, date, of: subject.of },
    ...(id === undefined ? {} : { element: id }),
    ...(statement.kind === 'text' ? { statement: statement.text } : {}),
  };
  const conflict = dependentAssessor(value.case, record);
  if (conflict !== undefined) return unusable(session, conflict);
  const pinned = (value.case.review.keys ?? []).some((one) => samePerson(one.who, who));
  if (options.key === undefined && pinned)
    return unusable(session, `the case pins a key of ${who}, so a sign-off counts only with its signature: --key FILE`);
  const key = options.key === undefined ? undefined : await privateKeyFrom(session, options.key);
  if (typeof key === 'number') return key;
  const signature = key === undefined ? undefined : join(value.folder, signatureName(record));
  const recorded = await recordIn(value, value.case, record, {
    ...(statement.kind === 'file' ? { statement: statement.path } : {}),
    ...(signature === undefined ? {} : { signature }),
  });
  if (typeof recorded === 'string') return unusable(session, `the record cannot be written: ${recorded}`);
  const asks = dryRun !== true && options.yes !== true;
  // Nobody is asked to sign what they were not shown.
  if (asks || !session.quiet) show(session, value, subject, record, options);
  if (dryRun !== true) {
    if (asks && !isYes(await io.ask?.(`Sign as ${clean(role)}? [y/N] `))) {
      session.note('Nothing was signed');
      return exitCode.bad;
    }
    // A question may stand for long, and what is written over is the text as it was read before.
    if (asks && (await isOther(session, options.case, value)))
      return unusable(session, 'the text of the case changed meanwhile, so nothing was signed: look at it again');
    const { describe, writeAtomic } = await import('@surety/evidence');
    if (key !== undefined && signature !== undefined) {
      // First, so that no record names a signature that is not there.
      const problem = await writeSignature(signature, await signedRecord(value, recorded, key));
      if (problem !== undefined) return unusable(session, describe(problem));
    }
    const problem = await writeAtomic(resolve(value.root, recorded.file), recorded.text);
    if (problem !== undefined) return unusable(session, describe(problem));
  }
  tell(session, value, recorded, options);
  if (key !== undefined && !pinned && !session.quiet)
    session.note(`It counts once the case pins the public key: review: { keys: { ${JSON.stringify(who)}: FILE } }`);
  if (key === undefined && value.case.review.allowedSigners !== undefined && !session.quiet)
    session.note('It counts once it is committed with a signature: git commit -S');
  return exitCode.good;
}

/** Whether the text of the case is not what was read of it. */
async function isOther(session: Session, path: string, { documents }: AssessedCase): Promise<boolean> {
  const read = await readCase(session, path);
  return !read.ok || JSON.stringify(read.value.documents) !== JSON.stringify(documents);
}

/** `sign-offs/independent-assessor-zoe-ashe-g1.dsse.json` */
function signatureName({ role, who, element }: SignRecord): string {
  const words = [role, who, element ?? 'case'].join(' ').normalize('NFKD').toLowerCase();
  return join('sign-offs', `${words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.dsse.json`);
}

async function signedRecord({ case: of, root }: AssessedCase, recorded: Recorded, key: KeyObject): Promise<string> {
  const { signSignOff } = await import('@surety/evidence');
  const { signature: _, ...record } = recorded.record;
  const { statementDigest } = await import('@surety/evidence/loading');
  const digest = await statementDigest({ ...record, origin: { file: recorded.file, path: [] } }, root);
  return signSignOff({ case: of.id, record, ...(digest === undefined ? {} : { statementDigest: digest }) }, key);
}

async function writeSignature(path: string, envelope: string) {
  const { writeAtomic } = await import('@surety/evidence');
  await mkdir(dirname(path), { recursive: true });
  return writeAtomic(path, envelope);
}

/** On stderr, as the result is the record. */
function show(
  session: Session,
  value: AssessedCase,
  subject: Subject,
  record: SignRecord,
  { role }: SignOptions,
): void {
  const { errStyle: style, width } = session;
  const { required } = value.case.review;
  session.note(`${renderSubject(subject, record, { style, width, places: value.places })}`);
  if (required.length > 0 && !required.includes(role))
    session.note(`  ${clean(`${role} is not a role that has to sign; those are ${listed(required)}`)}`);
}

function tell(
  session: Session,
  { places }: AssessedCase,
  { file, splices, record, replaced }: Recorded,
  { dryRun, json }: SignOptions,
): void {
  const written = dryRun !== true;
  if (json === true) {
    session.print(JSON.stringify({ format: 'surety-sign/1', written, replaced, file, record, splices }, null, 2));
    return;
  }
  if (!written) {
    for (const { start, end, text } of splices)
      session.print(`${filePath(file, places)} ${start}-${end}: ${JSON.stringify(text)}`);
    if (!session.quiet) session.note('Nothing was written');
    return;
  }
  for (const [key, text] of Object.entries(record)) session.print(`${key}: ${clean(text)}`);
  if (!session.quiet)
    session.note(`${replaced ? 'Replaced the earlier record' : 'Recorded'} in ${filePath(file, places)}`);
}

type Statement =
  | { readonly kind: 'none' | 'outside' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string };

/** A statement that names a file that is there is that file; anything else is the statement itself. */
async function statementOf({ io }: Session, { root }: AssessedCase, statement: string | undefined): Promise<Statement> {
  if (statement === undefined) return { kind: 'none' };
  const path = resolve(io.cwd, statement);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) return { kind: 'text', text: statement };
  const { isInside } = await import('@surety/evidence');
  const real = await realpath(path);
  return isInside(root, real) ? { kind: 'file', path: real } : { kind: 'outside' };
}
