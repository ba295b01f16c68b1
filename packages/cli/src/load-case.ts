import type { Loading } from '@surety/evidence/loading';
import { progressOf, type Session, unusable } from './session.js';

export type {
  AssessedCase,
  CalledCase,
  CaseAssessedInShort,
  CaseText,
  CheckedCase,
  Loaded,
  Unusable,
} from '@surety/evidence/loading';

/** Loaded when a case is: not every command reads one. */
const load = () => import('@surety/evidence/loading');
type Load = Awaited<ReturnType<typeof load>>;

/** The arguments of a stage after what it knows of the world. */
type Rest<Stage extends keyof Load> = Load[Stage] extends (loading: Loading, ...rest: infer R) => unknown ? R : never;

/** What reading a case needs to know of the session. */
export function loadingOf(session: Session): Loading {
  const progress = progressOf(session);
  return {
    cwd: session.io.cwd,
    env: session.io.env,
    ...session.reading,
    ...(progress === undefined ? {} : { progress }),
    note: session.note,
  };
}

export async function readingOf(session: Session, ...rest: Rest<'readingOf'>): Promise<ReturnType<Load['readingOf']>> {
  return (await load()).readingOf(loadingOf(session), ...rest);
}

export async function readCase(session: Session, ...rest: Rest<'readCase'>) {
  return (await load()).readCase(loadingOf(session), ...rest);
}

export async function readWholeCase(session: Session, ...rest: Rest<'readWholeCase'>) {
  return (await load()).readWholeCase(loadingOf(session), ...rest);
}

export async function checkCase(session: Session, ...rest: Rest<'checkCase'>) {
  return (await load()).checkCase(loadingOf(session), ...rest);
}

export async function checkText(session: Session, ...rest: Rest<'checkText'>) {
  return (await load()).checkText(loadingOf(session), ...rest);
}

/** Says on stderr what is wrong with the lock file. */
export async function checkReadable(session: Session, ...rest: Rest<'checkReadable'>) {
  const { text, problem } = await (await load()).checkReadable(loadingOf(session), ...rest);
  if (problem !== undefined) unusable(session, problem);
  return text;
}

export async function previousLinks(session: Session, ...rest: Rest<'previousLinks'>) {
  return (await load()).previousLinks(loadingOf(session), ...rest);
}

export async function assessCase(session: Session, ...rest: Rest<'assessCase'>) {
  return (await load()).assessCase(loadingOf(session), ...rest);
}

export async function assessCaseInShort(session: Session, ...rest: Rest<'assessCaseInShort'>) {
  return (await load()).assessCaseInShort(loadingOf(session), ...rest);
}

export async function assessChecked(session: Session, ...rest: Rest<'assessChecked'>) {
  return (await load()).assessChecked(loadingOf(session), ...rest);
}

export async function assessable(session: Session, ...rest: Rest<'assessable'>) {
  return (await load()).assessable(loadingOf(session), ...rest);
}
