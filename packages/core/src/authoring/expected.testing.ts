import type { Case, Element } from '../case/index.js';
import { withoutOrigins } from '../diff/index.js';
import type { Authored, OneIntent } from './index.js';

/** What the elements of a case say, without where they stand. */
export type Contents = Map<string, Content>;
type Content = Record<string, unknown> & { type: Element['type']; text: string } & { undeveloped: boolean } & Record<
    Relation,
    { to: string }[]
  >;
type Relation = 'supportedBy' | 'inContextOf';

export function contentsOf(of: Case): Contents {
  return new Map(
    of.elements.map((element) => [element.id, structuredClone(withoutOrigins(element)) as unknown as Content]),
  );
}

const contextual = ['context', 'assumption', 'justification'];

/**
 * What a case should say after a change, worked out on the data alone. Of what the change wrote as new data (a doubt, an
 * element) it takes the data as they are, in these fields of these elements and nowhere else.
 */
export function expected(of: Case, now: Contents, intent: OneIntent, { select }: Authored): Contents {
  const all = contentsOf(of);
  const link = (from: string, to: string, relation: Relation, place = Number.POSITIVE_INFINITY) => {
    const element = all.get(from)!;
    element[relation].splice(place, 0, { to, optional: false } as { to: string });
    if (relation === 'supportedBy') element.undeveloped = false;
  };
  const unlink = (from: string, to: string): Relation | undefined => {
    const element = all.get(from)!;
    const relation = (['supportedBy', 'inContextOf'] as const).find((one) =>
      element[one].some((edge) => edge.to === to),
    );
    if (relation === undefined) return undefined;
    element[relation] = element[relation].filter((edge) => edge.to !== to);
    if (relation === 'supportedBy' && element.supportedBy.length === 0) element.undeveloped = true;
    return relation;
  };
  const without = (gone: (id: string) => boolean) => {
    for (const id of [...all.keys()]) if (gone(id)) all.delete(id);
    for (const [id, { supportedBy, inContextOf }] of all)
      for (const { to } of [...supportedBy, ...inContextOf]) if (gone(to)) unlink(id, to);
  };
  const take = (id: string | undefined, ...keys: readonly string[]) => {
    if (id === undefined) return;
    const [element, after] = [all.get(id)!, now.get(id)!];
    for (const key of keys) {
      if (key in after) element[key] = after[key];
      else delete element[key];
    }
  };
  const fresh = (id: string | undefined) => all.set(id!, now.get(id!)!);
  const relationTo = (id: string): Relation => (contextual.includes(all.get(id)!.type) ? 'inContextOf' : 'supportedBy');

  switch (intent.kind) {
    case 'add':
      link(intent.under!, select!, contextual.includes(intent.type) ? 'inContextOf' : 'supportedBy', intent.place);
      fresh(select);
      break;
    case 'usePattern':
      link(intent.under!, select!, 'supportedBy');
      for (const id of now.keys()) if (!all.has(id)) fresh(id);
      break;
    case 'addBlock': {
      const parent = of.elements.find(({ id }) => now.get(id)!.supportedBy.some(({ to }) => to === select))!;
      link(parent.id, select!, 'supportedBy');
      for (const id of now.keys()) if (!all.has(id)) fresh(id);
      break;
    }
    case 'connect':
      link(intent.from, intent.to, relationTo(intent.to), intent.place);
      break;
    case 'disconnect':
      unlink(intent.from, intent.to);
      break;
    case 'move': {
      if (intent.from === intent.to) {
        const relation = unlink(intent.from, intent.element)!;
        link(intent.to, intent.element, relation, intent.place);
        break;
      }
      const relation = unlink(intent.from!, intent.element)!;
      link(intent.to, intent.element, relation, intent.place);
      break;
    }
    case 'reorder': {
      const relation = unlink(intent.under, intent.element)!;
      link(intent.under, intent.element, relation, intent.place);
      break;
    }
    case 'setText':
      all.get(intent.element)!.text = intent.text;
      break;
    case 'setField':
      take(intent.element, intent.field);
      if (now.get(intent.element)![intent.field] !== (intent.value ?? undefined)) throw new Error('not set');
      break;
    case 'setUndeveloped':
      all.get(intent.element)!.undeveloped = intent.undeveloped;
      break;
    case 'retype':
    case 'rename': {
      const [from, to] =
        intent.kind === 'rename' ? [intent.from, intent.to] : [intent.element, intent.id ?? intent.element];
      const renamed = new Map(
        [...all].map(([, element]) => {
          const one = JSON.parse(JSON.stringify(element).replaceAll(`"${from}"`, `"${to}"`)) as Content & {
            id: string;
          };
          return [one.id, one];
        }),
      );
      if (intent.kind === 'retype') renamed.get(to)!.type = intent.type;
      return renamed;
    }
    case 'delete':
    case 'deleteSubtree':
    case 'withdraw': {
      const id = intent.kind === 'withdraw' ? intent.challenge : intent.element;
      if (intent.kind === 'delete' && intent.children !== 'leave') {
        const own = all.get(id)!;
        for (const [parent, { supportedBy, inContextOf }] of all) {
          for (const relation of ['supportedBy', 'inContextOf'] as const) {
            if (![...supportedBy, ...inContextOf].some(({ to }) => to === id)) continue;
            let place = all.get(parent)![relation].findIndex(({ to }) => to === id) + 1 || Number.POSITIVE_INFINITY;
            for (const { to } of own[relation]) {
              if (all.get(parent)![relation].some((edge) => edge.to === to)) continue;
              link(parent, to, relation, place);
              place += 1;
            }
          }
        }
      }
      if (now.has(id)) throw new Error('still there');
      without((one) => !now.has(one));
      break;
    }
    case 'setDoubt':
      take(intent.element, intent.of, 'undeveloped', 'challenge');
      break;
    case 'setEvidence':
      take(intent.element, 'evidence', 'requires', 'undeveloped');
      break;
    case 'addEvidence':
      take(intent.citedBy, 'evidence', 'requires', 'undeveloped');
      break;
    case 'setCombine':
      take(intent.element, 'combine', 'legs');
      break;
    case 'applyWhatIf':
      for (const change of intent.changes) {
        if (change.kind === 'doubt')
          take(change.leaf.replace('.inference', ''), 'doubt', 'inference', 'challenge', 'undeveloped');
        if (change.kind === 'beta' && all.has(change.at)) take(change.at, 'legs');
      }
      break;
    case 'challenge':
      fresh(select);
      break;
    case 'answer':
      take(intent.challenge, 'challenge');
      if (typeof intent.by !== 'string') fresh(select);
      break;
    case 'accept':
      take(intent.challenge, 'challenge');
      break;
    case 'splitOut': {
      const home = of.modules[0]?.name;
      const moved = new Map(
        [...all.keys()].map((id) => [
          id,
          now.has(`${id}@part`) ? `${id}@part` : home === undefined ? id : `${id}@${home}`,
        ]),
      );
      const renamed = new Map<string, Content>();
      for (const [id, element] of all) {
        const one = JSON.parse(JSON.stringify(element), (_, value: unknown) =>
          typeof value === 'string' ? (moved.get(value) ?? value) : value,
        ) as Content;
        if (moved.get(id) === `${id}@part`) one.module = 'part';
        if (id === intent.element)
          one.public = of.elements.some((each) =>
            [...each.supportedBy, ...each.inContextOf].some(({ to }) => to === id),
          );
        renamed.set(moved.get(id)!, one);
      }
      return renamed;
    }
    default:
  }
  return all;
}
