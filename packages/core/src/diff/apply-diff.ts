import type { Case, Element, ElementId } from '../case/index.js';
import { edgeChanges, edgeKey, edgeKinds } from './links.js';
import { applyList, elementKey } from './lists.js';
import { append } from './multimap.js';
import { renameElements } from './rename-elements.js';
import { applyParts } from './sections.js';
import type { CaseDiff, ElementChange, LinkChange, ListChange } from './types.js';

/**
 * The later state, made of the earlier one: `applyDiff(a, diffCases(a, b))` says what b says. What stayed keeps its
 * places in the text. Throws where the difference was made for another case.
 */
export function applyDiff(a: Case, diff: CaseDiff): Case {
  const renamed = renameElements(a, diff.renamed);
  const elements = applyElements(renamed.elements, diff);
  return { ...applyParts(renamed, diff.fields, diff.entries), elements, contentHash: diff.after.contentHash };
}

function applyElements(before: readonly Element[], { elements, links }: CaseDiff): readonly Element[] {
  const linksOf = new Map<ElementId, LinkChange[]>();
  for (const link of links) append(linksOf, link.from, link);
  const changes = new Map(elements.map((change) => [change.id, change]));
  const mended = before.map((element) => applyModule(applyLinks(element, linksOf), changes.get(element.id)));
  return applyList(mended, elements.flatMap(listChange), elementKey);
}

function listChange(change: ElementChange): readonly ListChange<Element>[] {
  const { id: key } = change;
  if (change.change === 'added') return [{ change: 'added', key, at: change.at, value: change.element }];
  if (change.change === 'removed') return [{ change: 'removed', key, was: change.was, value: change.element }];
  return [{ change: 'changed', key, ...change.moved?.text, fields: change.fields }];
}

function applyModule(element: Element, change: ElementChange | undefined): Element {
  const module = change !== undefined && 'moved' in change ? change.moved?.module : undefined;
  if (module === undefined) return element;
  const { module: _, ...rest } = element;
  return { ...rest, ...(module.after === undefined ? {} : { module: module.after }) };
}

function applyLinks(element: Element, linksOf: ReadonlyMap<ElementId, readonly LinkChange[]>): Element {
  const links = linksOf.get(element.id);
  if (links === undefined) return element;
  const edges = edgeKinds.map((kind) => {
    const own = edgeChanges(links.filter((link) => link.kind === kind));
    return [kind, own.length === 0 ? element[kind] : applyList(element[kind], own, edgeKey)];
  });
  return { ...element, ...Object.fromEntries(edges) };
}
