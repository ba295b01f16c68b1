import type { Element } from '../case/index.js';
import type { BuildingBlock } from '../catalogue/index.js';
import type { Json } from '../language/edit/index.js';
import { parse } from '../language/index.js';
import { type BlockPatternOptions, blockPattern } from './block-pattern.js';
import { type Refusal, refuse } from './refusal.js';
import { yamlOf } from './yaml-of.js';

/** An element to be written into a text. */
export interface NewElement {
  readonly id: string;
  readonly value: { readonly [key: string]: Json };
}

export interface BlockInstance {
  readonly ok: true;
  /** The top first. */
  readonly elements: readonly NewElement[];
}

/**
 * The elements that the pattern of a block makes with these values, as a text states them: made by the same machinery that
 * fills in the patterns of a case. What has no value stays as `{name}`, and its element is marked uninstantiated. Ids are
 * `G-STEM`, `S-STEM`, `G-STEM-KEY`, `D-STEM-1`. With `ids` among the options, the values are the words of the texts only.
 */
export function instanceOfBlock(
  block: BuildingBlock,
  values: Readonly<Record<string, string>>,
  stem: string,
  options: BlockPatternOptions = {},
): BlockInstance | Refusal {
  const top = 'top';
  const text = yamlOf({
    surety: 1,
    case: { id: 'block', title: block.title },
    patterns: { [block.id]: blockPattern(block, options) },
    argument: { [top]: { type: 'goal', uses: { pattern: block.id, with: { ...values } } } },
  });
  const made = parse([{ path: 'block.yaml', text }]);
  if (made.case === null) {
    const error = made.diagnostics.find(({ severity }) => severity === 'error');
    return refuse(`the block ${block.id} cannot be filled in: ${error?.message ?? 'it is not readable'}`, error?.hint);
  }
  const name = (id: string) => {
    if (id === top) return `G-${stem}`;
    const [kind = '', ...key] = id.slice(top.length + 1).split('-');
    return [kind.replace(/\d+$/, ''), stem, ...key].join('-');
  };
  const elements = made.case.elements.map((element) => ({ id: name(element.id), value: textOf(element, name) }));
  return { ok: true, elements };
}

/** An element of an instance as text. What a block's pattern cannot say is not asked for. A value may begin a sentence. */
function textOf(element: Element, name: (id: string) => string): { readonly [key: string]: Json } {
  const { text, category, subsystem, outcome, block, assumes, supportedBy, inContextOf, challenge } = element;
  const stated: Record<string, Json | undefined> = {
    text: text === undefined ? undefined : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`,
    category,
    subsystem,
    outcome,
    block,
    assumes: assumes.length === 0 ? undefined : Object.fromEntries(assumes.map((one) => [one.subsystem, one.trust])),
    supportedBy: supportedBy.length === 0 ? undefined : supportedBy.map(({ to }) => name(to)),
    inContextOf: inContextOf.length === 0 ? undefined : inContextOf.map(({ to }) => name(to)),
    undeveloped: element.undeveloped || undefined,
    uninstantiated: element.uninstantiated || undefined,
    challenges: challenge?.target.kind === 'element' ? name(challenge.target.element) : undefined,
    status: challenge?.status,
    raisedBy: challenge?.raisedBy,
    date: challenge?.date,
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)) as Record<string, Json>;
}
