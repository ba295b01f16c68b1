import { join } from 'node:path';
import { caseAt, commitOf, repositoryOf } from '@surety/evidence/git';
import { readCase } from '@surety/evidence/loading';
import { readTexts } from '../text/read-texts.js';
import type { OtherCase } from './jobs.js';
import { type Around, measureCase } from './measure-case.js';

/** The case as a commit, branch or tag holds it. What is written for it to a folder of its own is gone when this is done. */
export async function caseAtRevision(around: Around, revision: string): Promise<OtherCase> {
  const place = await repositoryOf(around.location, around.env);
  if (!place.ok) return no(place.trouble);
  const { repository, path } = place.value;
  const commit = await commitOf(repository, revision);
  if (!commit.ok) return no(commit.trouble);
  const at = await caseAt({ repository, commit: commit.value, revision }, path);
  if (!at.ok) return no(at.trouble);
  const { folder, caseFolder, writeSources } = at.value;
  try {
    const location = join(folder.root, ...path.split('/'));
    const called = { revision, folder: caseFolder };
    const read = await readCase({ cwd: folder.root, env: around.env }, location, called);
    if (!read.ok) return { ok: false, why: read.problems.join('; ') };
    const of = read.value.case ?? read.value.readable?.case;
    const sources = of === undefined ? undefined : await writeSources(of);
    if (sources?.ok === false) return no(sources.trouble);
    const there = await caseInFolder({ ...around, location, called }, revision);
    if (!there.ok) return there;
    const problems = [...there.evidence.problems, ...(sources?.value ?? [])];
    return { ...there, evidence: { ...there.evidence, problems } };
  } finally {
    folder.remove();
  }
}

/** The case in another folder. */
export async function caseInFolder(around: Around, name: string): Promise<OtherCase> {
  const { texts } = await readTexts(around.location);
  if (texts.files.length === 0) return { ok: false, why: texts.problems.join('; ') };
  const { version, evidence } = await measureCase(around, {}, () => {});
  return { ok: true, name, files: texts.files, version, evidence };
}

function no({ message, hint }: { readonly message: string; readonly hint?: string }): OtherCase {
  return { ok: false, why: hint === undefined ? message : `${message}. ${hint}` };
}
