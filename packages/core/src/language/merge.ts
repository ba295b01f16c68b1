import type { CaseText, SectionName } from '../schema/index.js';
import { resolvePath } from './paths.js';
import { report } from './source.js';
import { entryOf, type MapNode, type Plain, type TextNode } from './tree.js';
import { usesOf } from './uses.js';
import type { Section, ValidFile } from './valid-file.js';

/** Sections that say one thing about the case: their keys may be spread over files, but each is given once. */
const single = ['case', 'policy', 'decision', 'chain', 'review'] as const satisfies readonly SectionName[];
type Single = (typeof single)[number];

/** The sections that are about the case as a whole, with the file that each stands in first. */
export interface Merged {
  readonly data: { readonly [Name in Single]?: CaseText[Name] };
  readonly file: ReadonlyMap<Single, ValidFile>;
  /** The files whose policy the case builds on, nearest first. */
  readonly policyBases: readonly ValidFile[];
}

/** Merges these sections over the files: keys are joined, lists are joined in path order, anything else is given once. */
export function mergeSingle(files: readonly ValidFile[], root = ''): Merged {
  const bases = policyBases(files, root);
  const data: Record<string, Record<string, Plain>> = {};
  const from = new Map<Single, ValidFile>();
  const owner = new Map<string, { file: ValidFile; node: TextNode; start: number; end: number }>();
  for (const file of files) {
    for (const section of file.sections) {
      if (!isSingle(section.name) || section.node.kind !== 'map') continue;
      if (section.name === 'policy' && bases.includes(file)) continue;
      if (!from.has(section.name)) from.set(section.name, file);
      data[section.name] ??= {};
      mergeInto(data[section.name]!, section, file, owner);
    }
  }
  for (const base of bases) {
    const policy = base.data.policy;
    if (policy !== undefined) data.policy = { ...(policy as Record<string, Plain>), ...data.policy };
  }
  return { data: data as Merged['data'], file: from, policyBases: bases };
}

/** The files whose policy another one builds on, nearest first: what they say counts where nothing nearer says it. */
function policyBases(files: readonly ValidFile[], root: string): readonly ValidFile[] {
  const byPath = new Map(files.map((file) => [file.source.file, file]));
  const bases = new Set<ValidFile>();
  for (const file of files) {
    for (const { path } of usesOf(file).policies) {
      const base = byPath.get(resolvePath(root, file.source.file, path) ?? '');
      if (base !== undefined) bases.add(base);
    }
  }
  return nearestFirst([...bases], root);
}

/** A base that another base builds on comes after it; in a circle, which is reported, the first one found comes last. */
function nearestFirst(bases: readonly ValidFile[], root: string): readonly ValidFile[] {
  const builds = (a: ValidFile, b: ValidFile) =>
    usesOf(a).policies.some(({ path }) => resolvePath(root, a.source.file, path) === b.source.file);
  const ordered: ValidFile[] = [];
  const met = new Set<ValidFile>();
  const visit = (base: ValidFile) => {
    if (met.has(base)) return;
    met.add(base);
    for (const other of bases) if (other !== base && builds(other, base)) visit(other);
    ordered.push(base);
  };
  for (const base of bases) visit(base);
  return ordered;
}

function isSingle(name: SectionName): name is Single {
  return (single as readonly SectionName[]).includes(name);
}

function mergeInto(
  data: Record<string, Plain>,
  section: Section,
  file: ValidFile,
  owner: Map<string, { file: ValidFile; start: number; end: number }>,
): void {
  const plain = file.data[section.name as Single] as Record<string, Plain>;
  for (const { key, keyStart: start, keyEnd: end } of (section.node as MapNode).entries) {
    const name = `${section.name}.${key}`;
    const first = owner.get(name);
    const value = plain[key]!;
    if (first === undefined) {
      owner.set(name, { file, start, end });
      data[key] = value;
    } else if (Array.isArray(data[key]) && Array.isArray(value)) data[key] = [...data[key], ...value];
    else {
      const range = first.file.source.lines().range(first.start, first.end);
      report(
        file.source,
        'defined-twice',
        { start, end },
        `\`${name}\` is already given in ${range.file}, line ${range.start.line}.`,
        {
          hint: 'Keep one of them.',
          related: [{ message: 'First here', range }],
        },
      );
    }
  }
}

/** Two files that are a module of the same name would share their ids. */
export function checkModules(files: readonly ValidFile[]): void {
  const first = new Map<string, ValidFile>();
  for (const file of files) {
    const name = file.data.module?.name;
    if (name === undefined) continue;
    const before = first.get(name);
    if (before === undefined) first.set(name, file);
    else {
      const related = [{ message: 'First here', range: before.source.lines().range(...spanOfName(before)) }];
      const [start, end] = spanOfName(file);
      report(
        file.source,
        'defined-twice',
        { start, end },
        `The module \`${name}\` is already given in ${before.source.file}.`,
        { related },
      );
    }
  }
}

function spanOfName(file: ValidFile): [number, number] {
  const module = entryOf(file.root, 'module')?.value;
  const name = module?.kind === 'map' ? entryOf(module, 'name')?.value : undefined;
  return name === undefined ? [0, 0] : [name.start, name.end];
}
