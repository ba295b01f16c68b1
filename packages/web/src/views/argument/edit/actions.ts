import { type CaseLookup, type Element, isContextual } from '@surety/core/case';

/** Everything that can be done at an element; the menu, the keys and the help are made from this list. */
export const actions = [
  { id: 'text', title: 'Edit the text', keys: ['e', 'F2'], group: 'write' },
  { id: 'add', title: 'Add below …', keys: ['a'], group: 'write' },
  { id: 'doubt', title: 'Set doubt …', keys: ['p'], group: 'write' },
  { id: 'challenge', title: 'Challenge …', keys: ['x'], group: 'write' },
  { id: 'block', title: 'Put in a pattern or building block …', keys: ['b'], group: 'write' },
  { id: 'connect', title: 'Connect to …', keys: ['c'], group: 'link' },
  { id: 'disconnect', title: 'Disconnect …', keys: ['d'], group: 'link' },
  { id: 'move', title: 'Move under …', keys: ['m'], group: 'link' },
  { id: 'earlier', title: 'Put before its neighbour', keys: ['Alt+ArrowUp'], group: 'link' },
  { id: 'later', title: 'Put behind its neighbour', keys: ['Alt+ArrowDown'], group: 'link' },
  { id: 'retype', title: 'Change the type …', keys: ['t'], group: 'kind' },
  { id: 'rename', title: 'Rename …', keys: ['r'], group: 'kind' },
  { id: 'undeveloped', title: 'Mark as undeveloped, or not', keys: ['u'], group: 'kind' },
  { id: 'split', title: 'Split out a module …', keys: ['o'], group: 'kind' },
  { id: 'delete', title: 'Delete …', keys: ['Delete', 'Backspace'], group: 'delete' },
] as const;

export type ActionId = (typeof actions)[number]['id'];

/** Why an action makes no sense at an element; undefined where it may be tried. What the text refuses is said then. */
export function whyNot(action: ActionId, element: Element, look: CaseLookup): string | undefined {
  const { id, type, instance, supportedBy, inContextOf } = element;
  if (instance !== undefined && action !== 'challenge') return `made by the pattern ${instance.pattern}`;
  const isArgued = type === 'goal' || type === 'strategy' || type === 'challenge';
  const parents = look.parents(id);
  switch (action) {
    case 'add':
    case 'connect':
      return isArgued ? undefined : `nothing stands below a ${type}`;
    case 'block':
      return isArgued && type !== 'challenge' ? undefined : 'only goals and strategies rest on it';
    case 'doubt':
      if (isContextual(type) && type !== 'assumption') return `a ${type} can neither hold nor fail`;
      return doubtOf(element) === 'doubt' && element.requires !== undefined ? 'it follows from evidence' : undefined;
    case 'undeveloped':
      if (type !== 'goal' && type !== 'strategy') return 'only goals and strategies are developed';
      return supportedBy.length > 0 ? 'it is developed' : undefined;
    case 'disconnect':
      return parents.length + supportedBy.length + inContextOf.length === 0
        ? (otherTie(element, look) ?? 'it has no links')
        : undefined;
    case 'move':
    case 'earlier':
    case 'later':
      return parents.length === 0 ? (otherTie(element, look) ?? 'nothing refers to it') : undefined;
    default:
      return undefined;
  }
}

/** What ties an element to the others where no link does: it answers a challenge, challenges something or argues a step. */
function otherTie({ id, challenge, confidence }: Element, look: CaseLookup): string | undefined {
  const answered = look.challengesAnsweredBy(id).map((one) => one.id);
  if (answered.length > 0) return `it answers ${answered.join(', ')}, and stands under nothing else`;
  if (challenge !== undefined) {
    const { target } = challenge;
    return `it challenges ${target.kind === 'element' ? target.element : `the link from ${target.from} to ${target.to}`}`;
  }
  return confidence === undefined ? undefined : `it argues ${confidence}`;
}

/** Which doubt an element states: its own, that of its step of inference, or the strength of a challenge. */
export function doubtOf({ challenge, supportedBy }: Element): 'doubt' | 'inference' | 'strength' {
  if (challenge !== undefined) return 'strength';
  return supportedBy.length > 0 ? 'inference' : 'doubt';
}

/** The action of a key on an element; none for keys that mean something else. */
export function actionOfKey(pressed: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): ActionId | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return undefined;
  const chord = `${pressed.altKey ? 'Alt+' : ''}${pressed.key}`;
  return actions.find(({ keys }) => (keys as readonly string[]).includes(chord))?.id;
}
