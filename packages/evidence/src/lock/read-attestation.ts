import { type AttestationCheck, type AttestationFault, attestationFiles, type Evidence } from '@surety/core/case';
import {
  type AttestationResult,
  checkAttestation,
  type Expected,
  fault,
  type NamedBytes,
} from '../attestation/index.js';
import { readInside } from '../files/index.js';
import { describe } from '../problem.js';
import { type Digest, digestOfBytes } from '../source/index.js';
import { locate } from './locate.js';
import type { LockEntry, LockedSource } from './lock.js';

/** What was found of an attestation, and what a lock file would hold of it. */
export interface AttestationFound {
  readonly check: AttestationCheck;
  /** Its files, in the order of the text; none where one of them is not here. */
  readonly files: readonly LockedSource[];
  /** Digest of the statement. */
  readonly statement?: Digest;
}

/** Reads the files of an attestation, compares them with the lock, and checks what they say. */
export async function readAttestation(
  evidence: Evidence,
  entry: LockEntry | undefined,
  expected: Expected,
  artifact: (digest: Digest) => Promise<Buffer | undefined>,
  around: { readonly folder: string; readonly root: string },
): Promise<AttestationFound | undefined> {
  const { attestation } = evidence;
  if (attestation === undefined) return undefined;
  const faults: AttestationFault[] = [];
  const read: (NamedBytes | undefined)[] = [];
  for (const named of attestationFiles(evidence)) {
    const found = await readNamed(named, around);
    read.push(found.ok ? found.value : undefined);
    if (!found.ok) faults.push(fault('missing', found.why));
  }
  const here = read.filter((one) => one !== undefined);
  const files = here.map(({ path, bytes }) => ({ path, digest: digestOfBytes(bytes), size: bytes.byteLength }));
  const whole = here.length === read.length;
  if (entry?.attestation !== undefined && whole) faults.push(...alterations(entry.attestation, files));
  const [file] = read;
  const keys = read.slice(1, 1 + evidence.keys.length).filter((one) => one !== undefined);
  const trustedRoot = attestation.trustedRoot === undefined ? undefined : read.at(-1);
  const found: AttestationResult =
    file === undefined
      ? { check: { faults: [] } }
      : await checkAttestation(
          {
            file,
            keys,
            artifact,
            ...(trustedRoot === undefined ? {} : { trustedRoot }),
            ...(attestation.identity === undefined ? {} : { identity: attestation.identity }),
          },
          expected,
        );
  return {
    check: { ...found.check, faults: [...faults, ...found.check.faults] },
    files: whole ? files : [],
    ...(found.statement === undefined ? {} : { statement: found.statement }),
  };
}

type Read = { readonly ok: true; readonly value: NamedBytes } | { readonly ok: false; readonly why: string };

async function readNamed(
  named: Evidence['sources'][number],
  { folder, root }: { readonly folder: string; readonly root: string },
): Promise<Read> {
  const { path } = named;
  const located = await locate(named, folder, root);
  if (located.kind === 'absent') return { ok: false, why: `${path} is not here` };
  if (located.kind === 'refused') return { ok: false, why: describe(located.problem) };
  const read = readInside(located.location, root, path);
  return read.ok ? { ok: true, value: { path, bytes: read.value } } : { ok: false, why: describe(read.problem) };
}

/** Every byte of these files counts, also white space that no signature is over. */
function alterations(locked: readonly LockedSource[], files: readonly LockedSource[]): AttestationFault[] {
  if (locked.length !== files.length)
    return [
      fault(
        'altered',
        `the lock file was made with ${locked.length} files of the attestation, there are ${files.length}`,
      ),
    ];
  return files.flatMap(({ path, digest }, at) => {
    const old = locked[at]!;
    if (old.path !== path) return [fault('altered', `the lock file holds ${old.path} in the place of ${path}`)];
    return old.digest === digest ? [] : [fault('altered', `${path} was locked as ${old.digest}, found ${digest}`)];
  });
}
