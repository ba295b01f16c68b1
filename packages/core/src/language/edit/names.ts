import { isMap, type Node } from 'yaml';
import { idPattern, quantityNamePattern } from '../../schema/index.js';
import { isPlain, printable } from './scalar.js';
import type { NameKind } from './shape.js';

/** Whether an element says its type itself. */
export function typeIsStated(body: Node | null | undefined): boolean {
  return isMap(body) && (body.has('type') || body.has('nodeType'));
}

/** Why a text cannot be the name of a thing of the kind, if it cannot. */
export function idProblem(name: string, kind: NameKind): string | undefined {
  if (kind === 'group')
    return name.trim() !== '' && printable(name) ? undefined : 'the name of a group is a text on one line';
  if (kind === 'quantity' && !quantityNamePattern.test(name))
    return `${JSON.stringify(name)} is no name of a quantity: letters, digits and _, no digit first`;
  if (!idPattern.test(name)) return `${JSON.stringify(name)} is no id: letters, digits, _ and -, no - first`;
  return isPlain(name, 'flow') ? undefined : `${name} would be read as something else than an id`;
}
