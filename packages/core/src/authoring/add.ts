import { type Element, type ElementType, linkFault, type Relation } from '../case/index.js';
import { type Refusal, refuse } from '../skeleton/index.js';
import type { AddElement } from './intent.js';
import { inWords, relationTo, supportRefusal } from './may-link.js';
import { caseId, isRefusal, writable } from './named.js';
import { newId } from './next-id.js';
import type { Outcome, Working } from './working.js';
import { type NewElement, writeAtEnd, writeBelow } from './write-element.js';

/** Adds an element; a goal or strategy starts undeveloped. */
export function add(working: Working, intent: AddElement): Outcome {
  const { type, text, under, category, subsystem, outcome, owner } = intent;
  if (text.trim() === '')
    return refuse('an element says something', 'Write one claim, in words that can be true or false.');
  if (type === 'challenge') return refuse('a challenge is against something', 'Raise it against an element or a link.');
  const parent = under === undefined ? undefined : writable(working, under);
  if (parent !== undefined && isRefusal(parent)) return parent;
  const named = newId(working.of, type, intent.id, parent);
  if (isRefusal(named)) return named;
  const { id } = named;
  const isArgued = type === 'goal' || type === 'strategy';
  const fields = {
    text,
    ...(category === undefined ? {} : { category }),
    ...(subsystem === undefined ? {} : { subsystem }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(owner === undefined ? {} : { owner }),
    ...(isArgued ? { undeveloped: true } : {}),
  };
  return addElement(working, { id, type, fields }, parent, intent);
}

/** Writes a new element below another, by a relation that both allow; at the end of the argument without another. */
export function addElement(
  working: Working,
  element: NewElement,
  parent: Element | undefined,
  { relation = relationTo(element), place }: { readonly relation?: Relation; readonly place?: number },
): Outcome {
  const { id, type } = element;
  if (parent === undefined) {
    const home = mainFile(working);
    const failed = writeAtEnd(working, home, element);
    const beside = working.of.elements.find(({ origin }) => origin.file === home);
    return failed ?? { ok: true, what: `Add ${type} ${id}`, select: beside === undefined ? id : caseId(beside, id) };
  }
  const failed = mayBeBelow(parent, relation, { id, type }) ?? writeBelow(working, parent, relation, element, place);
  return failed ?? { ok: true, what: `Add ${type} ${id} under ${parent.id}`, select: caseId(parent, id) };
}

function mayBeBelow(
  parent: Element,
  relation: Relation,
  element: { readonly id: string; readonly type: ElementType },
): Refusal | undefined {
  const fault = linkFault(parent, relation, element);
  if (fault !== undefined) return inWords(fault, parent, element);
  return relation === 'supportedBy' ? supportRefusal(parent) : undefined;
}

/** The file that holds the argument: the first element's, or else the case's own. */
function mainFile({ of }: Working): string {
  return (
    of.elements.find(({ riskCase, instance }) => riskCase === undefined && instance === undefined)?.origin.file ??
    of.origin.file
  );
}
