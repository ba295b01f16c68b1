import type { Element } from '@surety/core/case';
import type { SceneOptions, View } from '@surety/core/diagram';

/** A file of `--view all`. */
export interface Drawing {
  readonly file: string;
  readonly options: SceneOptions;
}

/**
 * The views of a case as files of one folder that lead to each other: the whole, the architecture, and every module. A
 * focus is one of the whole: what it names stands in one module only.
 */
export function drawingsOf(modules: readonly string[], options: SceneOptions): readonly Drawing[] {
  const files = fileNames(modules);
  const addressOf = (module: string) => encodeURIComponent(files.get(module)!);
  const moduleOf = ({ module }: Element) => module ?? modules.at(-1)!;
  const { root: _root, outcome: _outcome, riskCase: _riskCase, ...unfocused } = options;
  const drawing = (file: string, view: View, within: string | undefined): Drawing => ({
    file,
    options: {
      ...(view === 'complete' ? options : unfocused),
      view,
      linkToModule: addressOf,
      link: (element) => {
        const module = moduleOf(element);
        if (module === within || (within === undefined && element.url !== undefined)) return element.url;
        return `${addressOf(module)}#${encodeURIComponent(`d-n-${element.id}`)}`;
      },
    },
  });
  if (modules.length === 0) return [{ file: 'complete.svg', options: { ...options, view: 'complete' } }];
  return [
    drawing('complete.svg', 'complete', undefined),
    drawing('architecture.svg', 'architecture', undefined),
    ...modules.map((module) => drawing(files.get(module)!, { module }, module)),
  ];
}

/** A file for each module, named after it as far as files can be, and no name twice (not even in another case). */
function fileNames(modules: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(['complete', 'architecture']);
  const names = new Map<string, string>();
  for (const module of modules) {
    const stem = module.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+$/, '') || 'module';
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}`;
    taken.add(name.toLowerCase());
    names.set(module, `${name}.svg`);
  }
  return names;
}
