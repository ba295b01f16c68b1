import type { ElementId, Module, ModuleExtension, Origin } from '../case/index.js';
import type { CaseText } from '../schema/index.js';
import type { Naming } from './modules.js';
import { list } from './one-or-more.js';
import { entryOf, type TextNode } from './tree.js';

type ModuleText = NonNullable<CaseText['module']>;

/** Where the section of a module stands, and what is known of it besides. */
export interface ModulePlace {
  readonly naming: Naming;
  readonly origin: Origin;
  /** The tree of the section, where the file has one. */
  readonly node?: TextNode | undefined;
  readonly information?: Module['information'] | undefined;
}

export function moduleOf(text: ModuleText, { naming, origin, node, information }: ModulePlace): Module {
  const { name, brief, uses, extends: base, contract } = text;
  const extending = node?.kind === 'map' ? entryOf(node, 'extends')?.value : undefined;
  return {
    name,
    ...(brief === undefined ? {} : { brief }),
    uses: list(uses).map((path, index) => ({ path, origin: placeOf(uses, inside(origin, 'uses'), index) })),
    extends: list(base).map((one, index) => {
      const at = placeOf(base, inside(origin, 'extends'), index);
      return extension(one, extending?.kind === 'list' ? extending.items[index] : extending, naming, at);
    }),
    contract: contract ?? false,
    information: information ?? {},
    origin,
  };
}

function extension(
  text: string | Exclude<ModuleText['extends'], undefined | string | unknown[]>,
  node: TextNode | undefined,
  naming: Naming,
  origin: Origin,
): ModuleExtension {
  if (typeof text === 'string') return { module: text, develops: [], origin };
  const { module, develops = {} } = text;
  const section = node?.kind === 'map' ? entryOf(node, 'develops')?.value : undefined;
  const keys = section?.kind === 'map' ? section.entries.map(({ key }) => key) : [];
  return {
    module,
    develops: keys.map((key) => ({
      element: elementOf(key, module, naming),
      by: list(develops[key]).map(naming.refer),
      origin: inside(origin, 'develops', key),
    })),
    origin,
  };
}

/** An element of another module by its id there. */
function elementOf(id: string, module: string, naming: Naming): ElementId {
  return naming.refer(id.includes('@') ? id : `${id}@${module}`);
}

function inside({ file, path }: Origin, ...steps: readonly (string | number)[]): Origin {
  return { file, path: [...path, ...steps] };
}

/** Where one of several stands, or the only one that is written without a list. */
function placeOf(text: unknown, origin: Origin, index: number): Origin {
  return Array.isArray(text) ? inside(origin, index) : origin;
}
