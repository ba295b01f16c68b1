import type { Element } from '../../case/index.js';
import { type Drawing, shortName } from './drawing.js';
import type { Vertex } from './graph.js';
import { layerFacts } from './layers.js';
import { moduleOf } from './modules-of.js';
import type { NodeState } from './node-state.js';
import type { Tag } from './tag.js';
import { counted } from './words.js';

const none: readonly Tag[] = [];
const plain = (text: string): Tag => ({ text, tone: 'plain' });

/** Short facts below an element's text: how its support combines, states, layers, what is hidden. */
export function tagsOf(drawing: Drawing, vertex: Vertex, element: Element, state: NodeState): readonly Tag[] {
  const { options, assessed, challengers } = drawing;
  const { id, challenge, uses, confidence } = element;
  const tags: Tag[] = [];
  const say = (...more: readonly Tag[]) => tags.push(...more);
  if (!vertex.away) {
    say(...claimTags(drawing, element));
    const combined = combineWords(element);
    if (combined !== undefined) say(plain(combined));
    if (challenge !== undefined) say(statusTag(challenge));
    const isOpen = challengers.get(id)?.some((one) => one.challenge?.status === 'open');
    if (isOpen === true) say({ text: 'open challenge', tone: 'open' });
    say(...assessed.states(id));
    if (uses !== undefined) say(plain(`from pattern ${uses.pattern}`));
    if (confidence !== undefined) say(plain(`argues ${shortName(confidence, drawing.module)}`));
    say(...developedTags(drawing, element));
  }
  if (options.layers !== undefined) say(...layerFacts(options.layers, element, assessed, drawing.case).map(plain));
  say(...state.notes.map(plain));
  if (state.hidden.length > 0) say(...openTags(elementsOf(state.hidden), ' below'));
  return tags;
}

/** What a module holds. */
export function moduleTags(drawing: Drawing, name: string, state: NodeState): readonly Tag[] {
  const { options } = drawing;
  const elements = drawing.case.elements.filter((element) => moduleOf(drawing.case, element) === name);
  const information = drawing.modules.get(name)?.information ?? {};
  return [
    plain(counted(elements.length, 'element')),
    ...openTags(elements, ''),
    ...(options.layers ?? []).flatMap((layer) =>
      Object.hasOwn(information, layer) ? [plain(`${layer}: ${information[layer]}`)] : [],
    ),
    ...state.notes.map(plain),
  ];
}

function claimTags({ assessed, riskClaims }: Drawing, { id }: Element): readonly Tag[] {
  const outcome = riskClaims.get(id);
  const verdicts = assessed.verdicts(id);
  return outcome === undefined ? verdicts : [...verdicts, plain(`risk case: ${outcome}`)];
}

function combineWords({ combine, supportedBy }: Element): string | undefined {
  if (supportedBy.length < 2 || combine.kind === 'all') return undefined;
  return combine.kind === 'any' ? 'any one is enough' : `at least ${combine.k} of ${supportedBy.length}`;
}

function statusTag({ status, blocking }: NonNullable<Element['challenge']>): Tag {
  if (status === 'answered') return { text: 'answered', tone: 'good' };
  if (status === 'accepted') return { text: 'accepted', tone: 'bad' };
  return blocking ? { text: 'open', tone: 'bad' } : { text: 'open, does not block', tone: 'open' };
}

/** In its own module's view: which module develops it. */
function developedTags({ module, modules }: Drawing, { supportedBy }: Element): readonly Tag[] {
  if (module === undefined) return none;
  const names = new Set(supportedBy.flatMap(({ developedBy }) => (developedBy === module ? [] : (developedBy ?? []))));
  return [...names].map((name) =>
    plain(modules.get(name)?.contract === true ? `by contract ${name}` : `developed in ${name}`),
  );
}

function elementsOf(vertices: readonly Vertex[]): readonly Element[] {
  return vertices.flatMap(({ element }) => element ?? []);
}

function openTags(elements: readonly Element[], where: string): readonly Tag[] {
  const challenges = elements.filter(({ challenge }) => challenge?.status === 'open').length;
  const undeveloped = elements.filter((one) => one.undeveloped && one.supportedBy.length === 0).length;
  return [
    ...(challenges === 0 ? [] : [{ text: `${counted(challenges, 'open challenge')}${where}`, tone: 'open' as const }]),
    ...(undeveloped === 0 ? [] : [{ text: `${undeveloped} undeveloped${where}`, tone: 'open' as const }]),
  ];
}
