import type { Case, Element, EvidenceId, Opinion, Quantity, QuantityName } from '../case/index.js';
import { namesIn, parseExpression } from '../expression/index.js';

const none: readonly EvidenceId[] = [];

/** The evidence that the doubts of an element rest on: what it cites, and what its quantities are made of. */
export function evidenceBehind(of: Case): (element: Element) => Iterable<EvidenceId> {
  const quantities = new Map<QuantityName, Quantity>();
  for (const quantity of of.quantities) if (!quantities.has(quantity.name)) quantities.set(quantity.name, quantity);
  const partsOf = new Map<QuantityName, readonly QuantityName[]>();
  const known = new Map<QuantityName, ReadonlySet<EvidenceId>>();

  function parts({ name, definition }: Quantity): readonly QuantityName[] {
    if (definition.kind !== 'expression') return [];
    let names = partsOf.get(name);
    if (names === undefined) {
      const { ast } = parseExpression(definition.text);
      names = ast === undefined ? [] : namesIn(ast).map((place) => place.name);
      partsOf.set(name, names);
    }
    return names;
  }

  function behindQuantity(root: QuantityName): ReadonlySet<EvidenceId> {
    const before = known.get(root);
    if (before !== undefined) return before;
    const evidence = new Set<EvidenceId>();
    const seen = new Set<QuantityName>();
    const stack = [root];
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      const quantity = quantities.get(name);
      if (quantity === undefined || seen.has(name)) continue;
      seen.add(name);
      if (quantity.definition.kind === 'evidence') evidence.add(quantity.definition.evidence);
      stack.push(...parts(quantity));
    }
    known.set(root, evidence);
    return evidence;
  }

  const namesQuantity = ({ value }: Opinion) => value.kind === 'quantity';
  const usesQuantity = ({ doubt, inference }: Element) =>
    doubt?.opinions.some(namesQuantity) === true || inference?.opinions.some(namesQuantity) === true;

  return (element) => {
    if (!usesQuantity(element)) return element.evidence === undefined ? none : [element.evidence];
    const evidence = new Set<EvidenceId>(element.evidence === undefined ? [] : [element.evidence]);
    for (const doubt of [element.doubt, element.inference]) {
      for (const { value } of doubt?.opinions ?? []) {
        if (value.kind !== 'quantity') continue;
        for (const id of behindQuantity(value.name)) evidence.add(id);
      }
    }
    return evidence;
  };
}
