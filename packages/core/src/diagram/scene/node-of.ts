import type { Element } from '../../case/index.js';
import type { Complete, Mark, SceneNode, Shape } from '../types.js';
import { type Drawing, shortName } from './drawing.js';
import type { Vertex } from './graph.js';
import type { NodeState } from './node-state.js';
import { moduleTags, tagsOf } from './tags.js';

export function nodeOf(drawing: Drawing, vertex: Vertex, state: NodeState): SceneNode {
  switch (vertex.kind) {
    case 'missing':
      return { ...blank(vertex, state), name: `missing: ${vertex.name}`, faint: true };
    case 'choice':
      return choiceNode(drawing, vertex, vertex.element!.choose!, state);
    case 'module':
      return moduleNode(drawing, vertex, state);
    case 'element':
      return elementNode(drawing, vertex, vertex.element!, state);
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const none: readonly never[] = [];

function blank({ id }: Vertex, { hidden, pointedOut }: NodeState): Mutable<Complete<SceneNode>> {
  return {
    id,
    element: undefined,
    shape: 'goal',
    name: '',
    text: '',
    away: undefined,
    marks: none,
    category: undefined,
    tags: none,
    doubt: undefined,
    claimPoints: none,
    pointedOut,
    faint: false,
    change: undefined,
    hidden: hidden.length,
    link: undefined,
  };
}

function elementNode(drawing: Drawing, vertex: Vertex, element: Element, state: NodeState): SceneNode {
  const { options, assessed, module } = drawing;
  const { id } = element;
  const node = blank(vertex, state);
  node.shape = shapeOf(element);
  node.name = module === undefined ? id : shortName(id, vertex.module);
  node.text = element.text;
  node.marks = marksOf(drawing, vertex, element);
  node.tags = tagsOf(drawing, vertex, element, state);
  if (!vertex.away) node.claimPoints = ownPoints(element, module);
  node.faint = isFaint(drawing, vertex);
  node.element = id;
  if (vertex.away) node.away = vertex.module;
  node.category = element.category;
  if (options.doubts !== false) node.doubt = assessed.doubt(id);
  node.change = options.diff?.elements.get(id);
  node.link = options.link?.(element) ?? element.url;
  return node;
}

function moduleNode(drawing: Drawing, vertex: Vertex, state: NodeState): SceneNode {
  const { name } = vertex;
  const module = drawing.modules.get(name);
  return {
    ...blank(vertex, state),
    shape: module?.contract === true ? 'contract' : 'module',
    name,
    text: module?.brief ?? '',
    tags: moduleTags(drawing, name, state),
    faint: drawing.options.view === 'architecture' && drawing.masked.has(name),
    link: drawing.options.linkToModule?.(name),
  };
}

function choiceNode(
  drawing: Drawing,
  vertex: Vertex,
  { keep, of, atLeast }: NonNullable<Element['choose']>,
  state: NodeState,
): SceneNode {
  const text = `${atLeast ? 'at least ' : ''}${keep} of ${of}`;
  return { ...blank(vertex, state), shape: 'choice', text, faint: isFaint(drawing, vertex) };
}

export function isFaint({ masked }: Drawing, { id, kind, element }: Vertex): boolean {
  return kind === 'missing' || masked.has(id) || (element !== undefined && masked.has(element.id));
}

function shapeOf({ type, form }: Element): Shape {
  return type === 'challenge' ? (form ?? 'challenge') : type;
}

/** Points on the step from its support to the element itself. */
function ownPoints({ id, claimPoints }: Element, module: string | undefined): readonly string[] {
  if (claimPoints.length === 0) return none;
  return claimPoints.flatMap(({ name, at }) => (at.includes(id) ? [shortName(name, module)] : []));
}

function marksOf(drawing: Drawing, vertex: Vertex, element: Element): readonly Mark[] {
  const { parameters, challengers, citedElsewhere } = drawing;
  const { id, text } = element;
  const marks: Mark[] = [];
  if (!vertex.away) {
    const development = developmentOf(drawing, element);
    if (development !== undefined) marks.push(development);
    if (element.uninstantiated || parameters.some((name) => text.includes(`{${name}}`))) marks.push('uninstantiated');
    if (element.public || citedElsewhere.has(id)) marks.push('public');
  }
  const isBeaten = (challengers.get(id) ?? []).some(({ challenge }) => challenge?.status === 'accepted');
  if (element.defeated || isBeaten) marks.push('defeated');
  return marks;
}

/** What is still to come below an element. In its own module's view, what another module develops is not developed. */
function developmentOf({ module, modules }: Drawing, { undeveloped, supportedBy }: Element): Mark | undefined {
  if (module === undefined) {
    return undeveloped && supportedBy.every(({ developedBy }) => developedBy === undefined) ? 'undeveloped' : undefined;
  }
  const developers = supportedBy.flatMap(({ developedBy }) => developedBy ?? []);
  if (developers.some((name) => modules.get(name)?.contract === true)) return 'to be supported by contract';
  const isLeftOpen = developers.length > 0 && developers.length === supportedBy.length;
  return undeveloped || isLeftOpen ? 'undeveloped' : undefined;
}
