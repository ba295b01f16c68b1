import { dirname, resolve } from 'node:path';
import type { Case, NamedFile, SignatureCheck, SignOff } from '@surety/core/case';
import { samePerson } from '@surety/core/signoff';
import { checkSignOff, type PinnedKey, readKeys } from '../attestation/index.js';
import { readInside } from '../files/index.js';
import { describe } from '../problem.js';
import { checkCommits, type TextPlaces } from './check-commits.js';
import { statementDigest } from './statement-digest.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The case with what was found of the signatures of its sign-offs, of those that are asked for. */
export async function checkSigned(
  of: Case,
  asked: (signOff: SignOff) => boolean,
  text: TextPlaces,
  env: Environment,
): Promise<Case> {
  const { signoffs } = of.review;
  const inCommits = signoffs.filter((one) => asked(one) && one.signature === undefined);
  const commits = await checkCommits(of, inCommits, text, env);
  const checked: SignOff[] = [];
  for (const one of signoffs) {
    const check = !asked(one)
      ? undefined
      : one.signature === undefined
        ? commits.get(one)
        : await checkEnvelope(of, one, one.signature, text.root);
    checked.push(check === undefined ? one : { ...one, check });
  }
  return { ...of, review: { ...of.review, signoffs: checked } };
}

async function checkEnvelope(of: Case, signOff: SignOff, signature: string, root: string): Promise<SignatureCheck> {
  const keys = await pinnedKeys(of, signOff.who, root);
  if (typeof keys === 'string') return { kind: 'refused', why: keys };
  if (keys.length === 0) return { kind: 'refused', why: `the case pins no key of ${signOff.who} (review.keys)` };
  const file = await read({ path: signature, origin: signOff.origin }, root);
  if (typeof file === 'string') return { kind: 'refused', why: file };
  const { origin: _origin, check: _check, signature: _signature, ...record } = signOff;
  const digest = await statementDigest(signOff, root);
  return checkSignOff(file, signature, keys, {
    case: of.id,
    record,
    ...(digest === undefined ? {} : { statementDigest: digest }),
  });
}

async function pinnedKeys(of: Case, who: string, root: string): Promise<readonly PinnedKey[] | string> {
  const found: PinnedKey[] = [];
  for (const key of (of.review.keys ?? []).filter((one) => samePerson(one.who, who))) {
    const bytes = await read(key, root);
    if (typeof bytes === 'string') return bytes;
    const keys = readKeys(bytes, key.path);
    if (!keys.ok) return keys.fault.detail;
    found.push(...keys.value);
  }
  return found;
}

/** Bytes of a file that the case names, or why there are none. */
async function read({ path, origin }: NamedFile, root: string): Promise<Uint8Array | string> {
  const found = readInside(resolve(root, dirname(origin.file), path), root, path);
  return found.ok ? found.value : describe(found.problem);
}
