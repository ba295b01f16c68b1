import { Option } from 'commander';
import { changesOf, printChanges } from '../changes.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { readCase } from '../load-case.js';
import { caseArgument, examples, jsonOption } from '../options.js';
import { refuse } from '../refuse.js';
import { clean, listed, wrap } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import { writeTexts } from '../write-texts.js';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Take an element out of the argument, with what only it uses and every reference to that. Every other byte of the text stays.',
    )
    .argument('<ID>', 'the element at the top of what goes')
    .argument(...caseArgument)
    .addOption(new Option('-n, --dry-run', 'show what would change, and change nothing'))
    .addOption(jsonOption('what was removed', 'remove'))
    .action(act(removeFrom));
  examples(command, 'surety remove G-monitoring my-case --dry-run');
};

async function removeFrom(session: Session, id: string, path: string, options: Options): Promise<ExitCode> {
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  if (text.case === null) return refuse(session, { ok: false, problems: [], text });
  const { removeSubtree } = await import('@surety/core/skeleton');
  const removed = removeSubtree(text.case, text.documents, id);
  if (!removed.ok) return unusable(session, clean(removed.reason), removed.hint);
  const dry = options.dryRun === true;
  const failed = await writeTexts(session, text, removed.changed, 'removing it', dry);
  if (failed !== undefined) return failed;
  const changes = changesOf(text, removed.changed);
  if (options.json === true) {
    const { removed: ids, also } = removed;
    session.print(JSON.stringify({ format: 'surety-remove/1', written: !dry, removed: ids, also, changes }, null, 2));
    return exitCode.good;
  }
  printChanges(session, changes, dry);
  if (dry) return exitCode.good;
  session.print(wrap(`Removed ${listed(removed.removed)}`, session.width, '', '  '));
  if (!session.quiet && removed.also.length > 0) {
    session.note(wrap(`Gone with it: ${listed(removed.also)}`, session.width, '', '  '));
  }
  return exitCode.good;
}
