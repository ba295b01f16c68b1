import { resolve } from 'node:path';
import { type ExitCode, exitCode } from '../exit-code.js';
import { assessCase } from '../load-case.js';
import { refuse } from '../refuse.js';
import { clean, counted } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import { ownVersion } from '../version.js';
import { privateKeyFrom } from './keys.js';
import { predicateOf } from './predicate.js';
import { subjectsOf } from './subjects.js';

export interface AttestOptions {
  readonly key: string;
  readonly output?: string;
  readonly asOf: string;
  readonly seed: number;
  readonly json?: boolean;
}

/** `surety attest [CASE] --key FILE` */
export async function attest(session: Session, path: string, options: AttestOptions): Promise<ExitCode> {
  const key = await privateKeyFrom(session, options.key);
  if (typeof key === 'number') return key;
  const assessed = await assessCase(session, path, options);
  if (!assessed.ok) return refuse(session, assessed);
  const { predicateTypes, signStatement, statementOf } = await import('@surety/evidence');
  const subjects = await subjectsOf(assessed.value);
  const predicate = predicateOf(assessed.value.assessment, ownVersion());
  const envelope = signStatement(statementOf(subjects, predicateTypes.assessment, predicate), key);
  return give(session, envelope, options, {
    printed: { subjects, predicate },
    summary: `${counted(subjects.length, 'subject')}, ${predicate.outcomes.map(({ outcome, verdict }) => `${outcome} ${verdict}`).join(', ')}`,
  });
}

/** Writes an envelope to its file, or prints it. */
export async function give(
  session: Session,
  envelope: string,
  { output, json }: { readonly output?: string; readonly json?: boolean },
  { printed, summary }: { readonly printed: object; readonly summary: string },
): Promise<ExitCode> {
  if (output !== undefined) {
    const { describe, writeAtomic } = await import('@surety/evidence');
    const problem = await writeAtomic(resolve(session.io.cwd, output), envelope);
    if (problem !== undefined) return unusable(session, describe(problem));
  }
  const written = output !== undefined;
  if (json === true) {
    const file = written ? { file: output } : {};
    const result = { format: 'surety-attestation/1', written, ...file, ...printed, envelope: JSON.parse(envelope) };
    session.print(JSON.stringify(result, null, 2));
  } else if (!written) session.io.out.write(envelope);
  else if (!session.quiet) session.note(`Wrote ${clean(output)}: ${clean(summary)}`);
  return exitCode.good;
}
