import type { Case, Element } from '../../case/index.js';
import { noModule } from './graph.js';

/** The module that an element counts to; in a case without modules, none. */
export function moduleOf(of: Case, { module }: Element): string | undefined {
  return module ?? (of.modules.length === 0 ? undefined : noModule);
}

/** Names that the module view takes, in the order of the text; `no module` where elements stand outside of all. */
export function modulesOf(of: Case): readonly string[] {
  const stated = of.modules.map(({ name }) => name);
  const names = new Set([...stated, ...of.elements.flatMap(({ module }) => module ?? [])]);
  if (names.size > 0 && of.elements.some(({ module }) => module === undefined)) names.add(noModule);
  return [...names];
}
