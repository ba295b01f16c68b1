import type { Gaps, Origin } from '../case/index.js';
import { isElement, isSectionName } from './bare-file.js';
import type { TextCode } from './codes.js';
import { namings } from './modules.js';
import { ownerOf, pathAt } from './owner.js';
import type { ReadFile } from './ranges.js';
import { idsIn } from './salvage-file.js';
import type { TextDiagnostic } from './source.js';
import type { Entry } from './tree.js';
import type { Loss, ValidFile } from './valid-file.js';

export const noGaps: Gaps = { names: new Set(), places: [], sections: new Set(), links: false, files: false };

/** Errors that leave everything readable. */
const harmless: ReadonlySet<TextCode> = new Set<TextCode>([
  'missing-version',
  'unsupported-version',
  'yaml-version',
  'tag',
]);

/** Errors with which a value went that nobody looked at. */
const unseen: ReadonlySet<TextCode> = new Set<TextCode>(['duplicate-key', 'bad-key', 'merge-key']);

/** Errors with which files went, or what would have named them. */
const ofFiles: ReadonlySet<TextCode> = new Set<TextCode>(['multiple-documents', 'file-missing', 'file-outside-root']);

/** What of the files could not be read: what did not keep to the schema, and whatever else has an error in it. */
export function gapsOf(read: readonly ReadFile[], valid: readonly ValidFile[]): Gaps {
  const names = new Set<string>();
  const places: Origin[] = [];
  const sections = new Set<string>();
  let links = false;
  let files = valid.length < read.length;
  for (const { file, naming } of namings(valid)) {
    for (const { owner, links: lost, names: more } of [...file.losses, ...lossesByPlace(file)]) {
      sections.add(owner.section);
      places.push({ file: file.source.file, path: owner.path });
      if (owner.name !== undefined) names.add(owner.name);
      if (owner.name !== undefined && owner.element) names.add(naming.own(owner.name));
      for (const name of more) names.add(name).add(naming.own(name));
      links ||= lost;
    }
    for (const entry of unknownEntries(file)) {
      if (isElement(entry)) for (const id of [entry.key, ...idsIn(entry.value)]) names.add(id).add(naming.own(id));
      links ||= isElement(entry);
      files ||= !isElement(entry) && entry.value.kind !== 'scalar';
    }
    files ||= hidesFiles(file);
  }
  if (valid.some(hasCode('missing-case'))) sections.add('case');
  return { names, places, sections, links, files };
}

/** What stands at the top of a file beside its sections, and was not read. */
function unknownEntries({ root, bare, sections }: ValidFile): readonly Entry[] {
  if (bare) return [];
  return root.entries.filter(({ key }) => !isSectionName(key) && !sections.some(({ path }) => path[0] === key));
}

function errorsOf({ source }: ValidFile): readonly TextDiagnostic[] {
  return source.diagnostics.filter(({ severity }) => severity === 'error');
}

function hasCode(code: TextCode): (file: ValidFile) => boolean {
  return (file) => errorsOf(file).some((one) => one.code === code);
}

/** Errors with which a whole entry may have gone, whatever its id was. */
const ofEntries: ReadonlySet<TextCode> = new Set<TextCode>(['bad-key', 'merge-key', 'duplicate-key']);

/** An entry that could not be read might have been any element, and a file that is named and lost anything. */
function hidesFiles(file: ValidFile): boolean {
  return errorsOf(file).some(({ code, range }) => {
    const path = pathAt(file.root, range.start.offset);
    if (ofEntries.has(code)) return path.length < (file.bare ? 1 : 2);
    if (!ofFiles.has(code)) return false;
    const [section] = path;
    return code === 'multiple-documents' || section === 'module' || section === 'policy';
  });
}

/** What the errors of a file stand in. */
function lossesByPlace(file: ValidFile): readonly Loss[] {
  const { root } = file;
  return errorsOf(file).flatMap(({ code, range }): Loss[] => {
    if (harmless.has(code) || code === 'missing-case') return [];
    const path = pathAt(root, range.start.offset);
    // Among files of gsn2x no id depends on the name of its module.
    if (file.alone && code === 'defined-twice' && path[0] === 'module') return [];
    const owner = ownerOf(file, path);
    return owner === undefined ? [] : [{ owner, links: unseen.has(code), names: [] }];
  });
}

/**
 * What `resolve` reports of things that did not keep to the schema is about what is left of them, so it is taken back.
 */
export function withoutEchoes<T>(files: readonly ValidFile[], resolve: () => T): T {
  const before = files.map(({ source }) => source.diagnostics.length);
  const made = resolve();
  files.forEach((file, index) => {
    if (file.losses.length === 0) return;
    const { source, root } = file;
    const lost = new Set(file.losses.map(({ owner }) => key(owner.path)));
    const found = source.diagnostics.splice(before[index]!);
    source.diagnostics.push(
      ...found.filter(({ code, range }) => {
        const owner = ownerOf(file, pathAt(root, range.start.offset));
        return code !== 'defaults-conflict' && (owner === undefined || !lost.has(key(owner.path)));
      }),
    );
  });
  return made;
}

function key(path: readonly (string | number)[]): string {
  return path.join('\n');
}
