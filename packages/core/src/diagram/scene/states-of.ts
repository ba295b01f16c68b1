import type { Case, ElementId, EvidenceId } from '../../case/index.js';
import type { Assessment, ReasonCode } from '../../doubt/index.js';
import { append } from '../append.js';
import type { Tone } from '../types.js';
import type { Tag } from './tag.js';

/** How a reason of a verdict is said at the element that it is about. */
const stateOf: Readonly<Partial<Record<ReasonCode, string>>> = {
  undeveloped: 'undeveloped',
  'evidence-missing': 'missing evidence',
  'evidence-altered': 'altered evidence',
  'evidence-stale': 'stale evidence',
  'evidence-other-model': 'evidence about another model',
  'evidence-unverified': 'unverified evidence',
  'evidence-absent': 'evidence is not here',
  'event-not-element': 'a basic event is not the element',
  'rate-is-not-event': 'a rate is not the event',
  'no-value': 'its quantity has no value',
  'beyond-limit': 'past its limit',
  'inference-required': 'step not assessed',
  'requirement-not-met': 'requirement not met',
};

/** What the verdicts say of single elements: which of them block, and why. */
export function statesOf(
  of: Case,
  assessment: Assessment | undefined,
): { readonly blocking: ReadonlySet<ElementId>; readonly states: ReadonlyMap<ElementId, readonly Tag[]> } {
  const outcomes = assessment?.outcomes ?? [];
  const citing = new Map<EvidenceId, ElementId[]>();
  for (const { element, evidence: cited } of assessment?.leaves ?? []) {
    for (const id of cited) append(citing, id, element);
  }
  const states = new Map<ElementId, Tag[]>();
  // Several outcomes may say the same of an element.
  const say = (id: ElementId, text: string, tone: Tone) => {
    if (states.get(id)?.some((state) => state.text === text) !== true) append(states, id, { text, tone });
  };
  const blocking = new Set<ElementId>();
  for (const { code, element, evidence: about, blocks } of outcomes.flatMap((outcome) => outcome.reasons)) {
    const at = about === undefined ? (element === undefined ? [] : [element]) : (citing.get(about) ?? []);
    if (blocks) for (const id of at) blocking.add(id);
    const text = stateOf[code];
    if (text !== undefined) for (const id of at) say(id, text, blocks ? 'bad' : 'open');
  }
  for (const id of outcomes.flatMap(({ unassessed }) => unassessed)) say(id, 'step not assessed', 'open');
  for (const { id, challenge } of of.elements) {
    // What an open challenge blocks is what it is against.
    if (challenge !== undefined && blocking.has(id) && challenge.target.kind === 'element') {
      blocking.add(challenge.target.element);
    }
  }
  return { blocking, states };
}
