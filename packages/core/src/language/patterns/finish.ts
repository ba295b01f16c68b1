import type { Element, ElementType } from '../../case/index.js';
import type { ElementText } from '../../schema/index.js';
import { makeElement, type Resolved } from '../make-element.js';
import type { Naming } from '../modules.js';
import type { Places } from '../places.js';
import { type MapNode, toPlain } from '../tree.js';
import type { Piece } from './piece.js';
import type { Run } from './run.js';

/** An element with its references made ids, to be made. */
export interface ToMake {
  /** Its id in its module. */
  readonly local: string;
  readonly type: ElementType;
  readonly node: MapNode;
  readonly places: Places;
  /** Keys about which something is still open. */
  readonly open: ReadonlySet<string>;
  /** The id whose prefix says what form of challenge it is. */
  readonly formId: string;
  readonly layers?: ElementText['layers'];
  /** Set where it is made of an element of a pattern. */
  readonly made?: { readonly of: Piece; readonly instance: NonNullable<Element['instance']> };
}

/** Makes an element of an instance, or the one that uses the pattern. It is uninstantiated where something is open. */
export function finish(run: Run, { local, type, node, places, open, formId, layers, made }: ToMake): Resolved {
  const { argument, patterns, faulty, ids } = run;
  const { source } = argument.file;
  patterns.budget.elements += 1;
  run.spend(0);
  if (ids.has(local)) {
    const message = `Two elements would be called \`${local}\`: values with \`-\` in them can be taken for each other.`;
    run.fault('duplicate-id', run.at, message, { hint: 'Call the values, or the elements of the pattern, otherwise.' });
  }
  ids.add(local);
  const text = { ...(toPlain(node) as unknown as ElementText), ...(layers === undefined ? {} : { layers }) };
  const before = source.diagnostics.length;
  const naming = idsAsTheyAre(argument.naming);
  // One element of a pattern may be made very often; what is wrong with it is said once.
  const check = made === undefined || !faulty.has(made.of);
  const resolved = makeElement({ argument, localId: local, formId, type, text, node, naming, places, open, check });
  if (made !== undefined && source.diagnostics.length > before) faulty.add(made.of);
  const element: Element = {
    ...resolved.element,
    text: text.text ?? `Instance of the pattern ${text.uses?.pattern ?? ''}`,
    uninstantiated: resolved.element.uninstantiated || open.size > 0,
    ...(made === undefined ? {} : { instance: made.instance }),
  };
  return { ...resolved, element };
}

/** References were made ids before. */
function idsAsTheyAre(naming: Naming): Naming {
  const same = (id: string) => id;
  return { ...naming, refer: same, leaf: same };
}
