import type { KeyObject } from 'node:crypto';
import type { Case, EvidenceId } from '@surety/core/case';
import {
  type EvidencePredicate,
  predicateTypes,
  type Subject,
  signStatement,
  statementOf,
} from '../attestation/index.js';
import type { Problem } from '../problem.js';
import { measureDigest } from './lock.js';
import { type MeasureOptions, measurements } from './measure-all.js';

/**
 * Reads one piece of evidence and writes down, signed, what was counted: the text of a DSSE envelope around an in-toto
 * statement about its sources. Only what was read here and now can be attested.
 */
export async function attestEvidence(
  of: Case,
  folder: string,
  id: EvidenceId,
  privateKey: KeyObject,
  options: Omit<MeasureOptions, 'lock'> = {},
): Promise<
  | {
      readonly ok: true;
      readonly envelope: string;
      readonly predicate: EvidencePredicate;
      readonly subjects: readonly Subject[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }
> {
  const evidence = of.evidence.filter((one) => one.id === id);
  const [found] = await measurements({ ...of, evidence }, folder, options);
  if (found === undefined) throw new Error(`no evidence ${id}`);
  const { measure, sources, problems } = found;
  if (measure.state.kind !== 'fresh') {
    const detail = measure.state.kind === 'missing' ? measure.state.detail : measure.state.kind;
    const missing: Problem = { code: 'source-missing', message: detail, evidence: id };
    return { ok: false, problems: problems.length > 0 ? problems : [missing] };
  }
  const { collected, trials } = found.evidence;
  const predicate: EvidencePredicate = {
    case: of.id,
    evidence: id,
    measure: measureDigest(found.evidence),
    ...(collected === undefined ? {} : { collected }),
    reader: measure.reader,
    results: measure.results,
  };
  const subjects = [
    ...sources.map(({ path, digest }) => ({ name: path, digest })),
    ...trials.map((digest) => ({ name: 'trial', digest })),
  ];
  return {
    ok: true,
    envelope: signStatement(statementOf(subjects, predicateTypes.evidence, predicate), privateKey),
    predicate,
    subjects,
  };
}
