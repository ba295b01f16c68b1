import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Case, Ranges, SignatureCheck, SignOff } from '@surety/core/case';
import { samePerson } from '@surety/core/signoff';
import { isInside } from '../files/index.js';
import { type Repository, repositoryOf } from '../git/index.js';

/** Where the text of a case lies: its root, and the places of its parts. */
export interface TextPlaces {
  readonly root: string;
  readonly ranges: Ranges;
}

const refused = (why: string): SignatureCheck => ({ kind: 'refused', why });

/**
 * For sign-offs that have no signed statement: whether every line of the record was written by a commit that is signed, by
 * the person, with an SSH key that the case pins (`allowedSigners`). Other kinds of signatures, and what the user's own
 * configuration trusts, do not count.
 */
export async function checkCommits(
  of: Case,
  signOffs: readonly SignOff[],
  { root, ranges }: TextPlaces,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ReadonlyMap<SignOff, SignatureCheck>> {
  const found = new Map<SignOff, SignatureCheck>();
  const { allowedSigners } = of.review;
  const all = (check: SignatureCheck) => new Map(signOffs.map((one) => [one, check]));
  if (signOffs.length === 0) return found;
  if (allowedSigners === undefined) return all(refused('it has no signature, and the case pins a key of the signer'));
  const signers = await realpath(resolve(root, dirname(allowedSigners.origin.file), allowedSigners.path)).catch(
    () => undefined,
  );
  if (signers === undefined) return all(refused(`${allowedSigners.path} is not here`));
  if (!isInside(root, signers)) return all(refused(`${allowedSigners.path} leaves the root of the case`));
  for (const one of signOffs) {
    const where = resolve(root, one.origin.file);
    const place = await repositoryOf(where, { ...env, GIT_NO_REPLACE_OBJECTS: '1' });
    if (!place.ok) {
      found.set(one, refused(`no commit can be looked at: ${place.trouble.message}`));
      continue;
    }
    const { start, end } = ranges.value(one.origin);
    found.set(one, await checkLines(place.value.repository, place.value.path, start.line, end.line, signers, one.who));
  }
  return found;
}

async function checkLines(
  repository: Repository,
  path: string,
  first: number,
  last: number,
  signers: string,
  who: string,
): Promise<SignatureCheck> {
  const run = await repository.git([
    '-c',
    'blame.ignoreRevsFile=',
    ...['blame', '--porcelain', '-L', `${first},${last}`, '--', path],
  ]);
  if (run.kind !== 'ended' || run.code !== 0) return refused('git does not know which commit wrote the record');
  const lines = run.out.toString('utf8').split('\n');
  const commits = [...new Set(lines.flatMap((line) => /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? []))];
  if (commits.length === 0) return refused('git does not know which commit wrote the record');
  if (commits.some((commit) => /^0+$/.test(commit))) return refused('the record is not committed as it stands');
  let by = '';
  for (const commit of commits) {
    const signer = await signerOfCommit(repository, commit, signers);
    const short = commit.slice(0, 12);
    if (signer === undefined)
      return refused(`commit ${short}, which wrote the record, has no good signature by a key in the pinned file`);
    if (!samePerson(signer.principal, who))
      return refused(`commit ${short}, which wrote the record, is signed by ${signer.principal}, not by ${who}`);
    by = `commit ${short}, signed by ${signer.principal} (${signer.key})`;
  }
  return { kind: 'verified', by };
}

/** Programs that could vouch for a signature of another kind are replaced by one that never does. */
const sshOnly = ['gpg.program', 'gpg.openpgp.program', 'gpg.x509.program'].flatMap((key) => ['-c', `${key}=false`]);

async function signerOfCommit(
  { git }: Repository,
  commit: string,
  signers: string,
): Promise<{ readonly principal: string; readonly key: string } | undefined> {
  const run = await git([
    ...sshOnly,
    ...['-c', 'gpg.ssh.program=ssh-keygen', '-c', `gpg.ssh.allowedSignersFile=${signers}`],
    ...['log', '-1', '--no-show-signature', '--format=%G?%x00%GS%x00%GF', commit],
  ]);
  if (run.kind !== 'ended' || run.code !== 0) return undefined;
  const [good, principal = '', key = ''] = run.out.toString('utf8').trimEnd().split('\0');
  return good === 'G' && key.startsWith('SHA256:') ? { principal, key } : undefined;
}
