import { Option } from 'commander';
import type { Define } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { caseArgument, examples, isoDate, jsonOption } from '../options.js';
import { type Session, unusable } from '../session.js';
import { listSignOffs } from '../sign/list.js';
import { type SignOptions, sign } from '../sign/sign.js';

interface Options extends Omit<SignOptions, 'role' | 'case'> {
  readonly role?: string;
  readonly list?: boolean;
  readonly verify?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Sign a case, or an element with all that it rests on: shows what is signed, asks, and writes the record into the text. Or show who has signed, and whether that still stands.',
    )
    .argument('[ELEMENT]', 'what to sign; the whole case if absent')
    .argument(...caseArgument)
    .addOption(new Option('--role <ROLE>', 'in which role, for example "independent assessor"'))
    .addOption(new Option('--who <NAME>', 'who signs (default: user.name of git)'))
    .addOption(new Option('--statement <TEXT>', 'what the signer states, or the file that holds it'))
    .addOption(new Option('--key <FILE>', 'private key (PEM): also sign the record, into a file beside the case'))
    .addOption(new Option('--date <DATE>', 'day of the signature').default(io.today(), 'today').argParser(isoDate))
    .addOption(new Option('-y, --yes', 'do not ask: for scripts'))
    .addOption(new Option('-n, --dry-run', 'show what would be written, and write nothing'))
    .addOption(new Option('--list', 'show all sign-offs and what is still to be signed'))
    .addOption(new Option('--verify', 'exit code 1 if a required sign-off is missing, or any is stale'))
    .addOption(jsonOption('the record, or with --list and --verify all sign-offs', 'sign'))
    .action(act(run));
  command.addHelpText(
    'after',
    [
      '',
      'Exit codes:',
      '  0  signed; for --verify, every required sign-off is there and none is stale',
      '  1  nothing was signed as the answer was no; for --verify, a required sign-off is missing or any is stale',
      '  2  it cannot be signed',
    ].join('\n'),
  );
  examples(
    command,
    'surety sign G1 --case my-case --role "independent assessor" --who "Zoe Ashe"',
    'surety sign G1 --case my-case --role "independent assessor" --who "Zoe Ashe" --key zoe.pem',
    'surety sign --list --case my-case',
    'surety sign --verify --case my-case',
  );
};

function run(
  session: Session,
  element: string | undefined,
  path: string,
  options: Options,
): Promise<ExitCode> | ExitCode {
  const { list, verify, role } = options;
  if (list === true || verify === true) {
    if (element !== undefined || role !== undefined)
      return unusable(session, '--list and --verify are about all sign-offs, and take no element and no role');
    return listSignOffs(session, { ...options, case: path });
  }
  if (role === undefined || role.trim() === '')
    return unusable(session, 'say in which role: --role "independent assessor"');
  return sign(session, element, { ...options, case: path, role: role.trim() });
}
