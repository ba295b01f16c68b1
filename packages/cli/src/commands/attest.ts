import { Option } from 'commander';
import { type AttestOptions, attest } from '../attest/attest.js';
import { type VerifyOptions, verifyAttestation } from '../attest/verify.js';
import type { Define } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { asOfOption, caseArgument, examples, jsonOption, seedOption } from '../options.js';
import { type Session, unusable } from '../session.js';

interface Options extends Omit<AttestOptions, 'key'>, Partial<VerifyOptions> {
  readonly key?: string;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Write down, signed, what a case is worth: an in-toto statement in a DSSE envelope, about every file that the assessment rests on. Or verify one: its signature, the files, and the verdicts by assessing the case again.',
    )
    .argument(...caseArgument)
    .addOption(new Option('--key <FILE>', 'private key (PEM) to sign with'))
    .addOption(new Option('-o, --output <FILE>', 'where to write it (default: standard output)'))
    .addOption(asOfOption(io))
    .addOption(seedOption())
    .addOption(new Option('--verify <FILE>', 'verify this attestation; exit code 1 if anything differs'))
    .addOption(new Option('--keys <FILE...>', 'public keys (PEM) that may have signed it'))
    .addOption(jsonOption('the statement, or with --verify what was found', 'attest'))
    .action(act(run));
  command.addHelpText(
    'after',
    [
      '',
      'Exit codes:',
      '  0  attested; for --verify, signature, files and verdicts are as attested',
      '  1  for --verify, something differs',
      '  2  it cannot be attested or verified',
    ].join('\n'),
  );
  examples(
    command,
    'surety attest my-case --key private.pem -o my-case.dsse.json',
    'surety attest my-case --verify my-case.dsse.json --keys public.pem',
  );
};

function run(session: Session, path: string, options: Options): Promise<ExitCode> | ExitCode {
  const { key, verify, keys = [] } = options;
  if (verify !== undefined) {
    if (key !== undefined) return unusable(session, '--verify signs nothing, and takes no --key');
    if (keys.length === 0) return unusable(session, 'say which keys may have signed it: --keys public.pem');
    return verifyAttestation(session, path, { ...options, verify, keys });
  }
  if (key === undefined) return unusable(session, 'say which key signs: --key private.pem');
  return attest(session, path, { ...options, key });
}
