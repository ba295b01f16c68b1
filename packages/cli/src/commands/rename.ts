import type { Splice } from '@surety/core/case';
import type { TextDocument } from '@surety/core/language';
import type { NameKind, Renamed } from '@surety/core/language/edit';
import { Option } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type CaseText, readCase } from '../load-case.js';
import { caseArgument, examples, jsonOption } from '../options.js';
import { refuse } from '../refuse.js';
import { placeOf } from '../render/place.js';
import { counted } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import { writeTexts } from '../write-texts.js';

interface Options {
  readonly kind?: NameKind;
  readonly pattern?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const kinds: readonly NameKind[] = [
  'element',
  'outcome',
  'subsystem',
  'quantity',
  'evidence',
  'group',
  'indicator',
  'pattern',
  'parameter',
  'claim point',
];

export const define: Define = (command, act) => {
  command
    .description(
      'Give something another name wherever the case names it, and change nothing else. A star in both names, in quotes, renames all that fits: it stands for the rest of each name.',
    )
    .argument('<OLD>', "its name now; G1@module where several have it; 'G-exfil-*' for all that fits")
    .argument('<NEW>', "its name from now on; 'G-drain-*' where OLD has a star")
    .argument(...caseArgument)
    .addOption(new Option('--kind <KIND>', 'what it is, where the name alone does not say').choices(kinds))
    .addOption(new Option('--pattern <ID>', 'the pattern that the element or parameter belongs to'))
    .addOption(new Option('-n, --dry-run', 'show what would change, and change nothing'))
    .addOption(jsonOption('what changed', 'rename'))
    .action(act(renameIn));
  examples(
    command,
    'surety rename G2 G-unable my-case --dry-run',
    'surety rename attempts tries my-case --kind quantity',
    "surety rename 'G-exfil-*' 'G-drain-*' my-case --dry-run",
  );
};

async function renameIn(session: Session, from: string, to: string, path: string, options: Options): Promise<ExitCode> {
  const read = await readCase(session, path);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  const [{ applySplices, rename, renameFitting }, { openDocument }] = await Promise.all([
    import('@surety/core/language/edit'),
    import('@surety/core/language'),
  ]);
  const documents = text.documents.map((document) => openDocument(document.file, document.text));
  const { kind, pattern } = options;
  // The name of a group is free text, in which a star is a star.
  const starred = (from.includes('*') || to.includes('*')) && kind !== 'group';
  const result = (starred ? renameFitting : rename)(documents, from, to, {
    ...(kind === undefined ? {} : { kind }),
    ...(pattern === undefined ? {} : { pattern }),
  });
  if (!result.ok) return unusable(session, result.reason);
  const { splices, renamed } = result;
  const dry = options.dryRun === true;
  const notes = await lockNotes(text, renamed);
  const changed = changedTexts(documents, splices, applySplices);
  const failed = await writeTexts(session, text, changed, 'renaming', dry);
  if (failed !== undefined) return failed;
  if (options.json === true) {
    session.print(
      JSON.stringify(
        { format: 'surety-rename/1', written: !dry && splices.length > 0, renamed, splices, notes },
        null,
        2,
      ),
    );
    return exitCode.good;
  }
  if (starred) for (const one of renamed) session.print(`${nameOf(one)} -> ${one.to}`);
  else for (const splice of splices) session.print(placeOf(rangeOf(documents, splice), text.places));
  if (!session.quiet) {
    const names = starred ? `${counted(renamed.length, 'name')} at ` : '';
    const where = `${names}${counted(splices.length, 'place')} in ${counted(changed.size, 'file')}`;
    session.note(dry ? `${where} would change; nothing was written` : `${where} changed`);
    for (const note of notes) session.note(note);
  }
  return exitCode.good;
}

function changedTexts(
  documents: readonly TextDocument[],
  splices: readonly Splice[],
  apply: (text: string, splices: readonly Splice[]) => string,
): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const { file, text } of documents) {
    const own = splices.filter((splice) => splice.file === file);
    if (own.length > 0) changed.set(file, apply(text, own));
  }
  return changed;
}

function nameOf({ from, module }: Renamed): string {
  return module === undefined ? from : `${from}@${module}`;
}

/** The lock file names evidence too, and is written by `surety evidence lock` only. */
async function lockNotes({ folder, root }: CaseText, renamed: readonly Renamed[]): Promise<readonly string[]> {
  const { lockFileName, readLock } = await import('@surety/evidence');
  const lock = readLock(folder, root);
  if (!lock.ok) return [];
  const locked = lock.value.evidence;
  return renamed
    .filter(({ kind, from }) => kind === 'evidence' && locked.has(from))
    .map(({ from }) => `${lockFileName} still holds ${from}: run surety evidence lock`);
}

function rangeOf(documents: readonly TextDocument[], { file, start, end }: Splice) {
  const document = documents.find((one) => one.file === file);
  if (document === undefined) throw new Error(`${file} was not opened`);
  return document.lines.range(start, end);
}
