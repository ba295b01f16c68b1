import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { examples, isoDate, readersOption, wholeNumber } from '../options.js';
import { ownFile } from '../own-file.js';
import { clean } from '../render/text.js';
import { openInBrowser } from '../serve/open-in-browser.js';
import { type Session, unusable } from '../session.js';

interface Options {
  readonly port?: number;
  readonly host: string;
  readonly open: boolean;
  readonly asOf?: string;
  readonly readOnly?: boolean;
  readonly token?: string;
  readonly readers?: readonly string[];
}

export const define: Define = (command, act) => {
  command
    .description('Open the workspace: the case in the browser, to be read, edited and tried out. Ends with Ctrl+C.')
    .argument('[FOLDER]', 'folder or file of the case', '.')
    .addOption(
      new Option(
        '--port <NUMBER>',
        'port to listen on (default: the one of last time, else any that is free)',
      ).argParser(wholeNumber(0, 65_535)),
    )
    .addOption(new Option('--host <ADDRESS>', 'address to listen on').default('127.0.0.1', 'this machine only'))
    .addOption(new Option('--no-open', 'do not open the browser'))
    .addOption(
      new Option('--as-of <DATE>', 'day that the case is assessed for, YYYY-MM-DD (default: today)').argParser(isoDate),
    )
    .addOption(new Option('--read-only', 'show the case; write nothing'))
    .addOption(
      new Option('--token <TEXT>', 'token that pages must show, at least 16 characters (default: a random one)').env(
        'SURETY_TOKEN',
      ),
    )
    .addOption(readersOption())
    .action(act(serve));
  examples(command, 'surety serve examples/coding-agent', 'surety serve my-case --port 8080 --no-open');
};

async function serve(session: Session, folder: string, options: Options): Promise<ExitCode> {
  const { cwd, env, signal, today } = session.io;
  const { port, host, asOf, token, readers } = options;
  if (token !== undefined && !/^[\x21-\x7e]{16,512}$/.test(token)) {
    return unusable(session, 'a token is 16 to 512 characters without spaces');
  }
  if (!existsSync(resolve(cwd, folder))) return unusable(session, `${folder}: there is no such file or folder`);
  const { startServer } = await import('@surety/server');
  const started = await startServer({
    location: resolve(cwd, folder),
    env,
    host,
    today,
    now: Date.now,
    readOnly: options.readOnly === true,
    ...(port === undefined ? {} : { port }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(token === undefined ? {} : { token }),
    ...(readers === undefined ? {} : { readers: readers.map((file) => resolve(cwd, file)) }),
    site: fileURLToPath(ownFile('site')),
    note: (words) => session.note(clean(words)),
  });
  if (!started.ok) return unusable(session, started.message);
  const { url, close } = started.value;
  session.print(url);
  if (!session.quiet) session.note(`The workspace of ${clean(folder)} is at this address; Ctrl+C ends it.`);
  if (!['127.0.0.1', 'localhost', '::1'].includes(host)) {
    session.note('Other machines can reach this address, and what goes over it is not encrypted.');
  }
  if (options.open) openInBrowser(session.io, url);
  await new Promise<void>((ended) => {
    if (signal.aborted) ended();
    else signal.addEventListener('abort', () => ended(), { once: true });
  });
  await close();
  return exitCode.good;
}
