import { citedClaim, type Element, type ElementId, kindOfName, type Path } from '../case/index.js';
import { type Refusal, refuse, refuseUnknown } from '../skeleton/index.js';
import type { Working } from './working.js';

/** What is known of a case without its texts. */
export type Known = Pick<Working, 'of' | 'look'>;

/** An element of the case, or that there is none of the id and what may have been meant. */
export function elementOf({ of, look }: Known, id: ElementId): Element | Refusal {
  const element = look.element(id);
  if (element !== undefined) return element;
  const kind = kindOfName(of, id);
  if (kind !== undefined) return refuse(`${id} is ${kind}, and no element of the argument`);
  return refuseUnknown(
    'element',
    id,
    of.elements.map((one) => one.id),
  );
}

/** An element that its text can be changed of: not one that a pattern makes, or that stands in another case. */
export function writable(known: Known, id: ElementId): Element | Refusal {
  const element = elementOf(known, id);
  return isRefusal(element) ? element : (notWritable(known, element) ?? element);
}

export function notWritable({ of }: Known, { id, instance }: Element): Refusal | undefined {
  if (instance !== undefined) {
    return refuse(
      `${id} is made by the pattern ${instance.pattern}`,
      `Change the pattern, or ${instance.at}, which uses it.`,
    );
  }
  return of.chain !== undefined && id === citedClaim(of.chain)
    ? refuse(`${id} stands in another case, which the chain cites`, 'Change it there.')
    : undefined;
}

export function isRefusal(value: object): value is Refusal {
  return 'ok' in value && value.ok === false;
}

/** An id as the file of the element writes it. */
export function localId(id: ElementId): string {
  const at = id.lastIndexOf('@');
  return at === -1 ? id : id.slice(0, at);
}

/** The module in an id; none where ids are plain. */
export function moduleOfId(id: ElementId): string | undefined {
  const at = id.lastIndexOf('@');
  return at === -1 ? undefined : id.slice(at + 1);
}

/** How an element's file refers to another element. */
export function referenceTo(from: Element, to: ElementId): string | Refusal {
  const [home, other] = [moduleOfId(from.id), moduleOfId(to)];
  if (home === other) return localId(to);
  if (other !== undefined) return to;
  return refuse(`${to} stands in no module, and the module ${home} can refer to what stands in modules only`);
}

/** The map of elements that the path of an element leads into: a section, the argument of a risk case, or a bare file. */
export function argumentOf(path: Path): Path {
  const [first] = path;
  if (first === 'riskCases') return path.slice(0, 3);
  return first === 'argument' || first === 'assumptions' ? path.slice(0, 1) : [];
}

/** Whether the element is written in place of its id, inside another. */
export function isNested({ origin: { path } }: Element): boolean {
  return path.length > argumentOf(path).length + 1;
}

/** The id of a new element of a file as the case has it. */
export function caseId(beside: Element, id: string): ElementId {
  const module = moduleOfId(beside.id);
  return module === undefined ? id : `${id}@${module}`;
}
