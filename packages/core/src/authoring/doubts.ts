import { type Element, isContextual, type Origin } from '../case/index.js';
import type { Json } from '../language/edit/index.js';
import { locate } from '../language/index.js';
import { type Refusal, refuse, refuseUnknown } from '../skeleton/index.js';
import type { RequirementText, SetCombine, SetDoubt, SetEvidence } from './intent.js';
import { isRefusal, writable } from './named.js';
import { type Outcome, steps, type Working } from './working.js';
import { setKey } from './write-element.js';

export function setDoubt(working: Working, { element: id, of, doubt }: SetDoubt): Outcome {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  const unfit = doubt === null ? undefined : unfitFor(element, of);
  if (unfit !== undefined) return unfit;
  const value = doubt === null ? undefined : jsonOf(doubt);
  const failed =
    of === 'doubt' ? setSource(working, element, 'doubt', value) : setKey(working, element.origin, of, value);
  const name = of === 'doubt' ? 'the doubt' : of === 'inference' ? 'the doubt of the inference' : 'the strength';
  return (
    failed ?? { ok: true, what: doubt === null ? `Take ${name} of ${id} away` : `State ${name} of ${id}`, select: id }
  );
}

function unfitFor(element: Element, of: SetDoubt['of']): Refusal | undefined {
  const { id, type, supportedBy, requires, challenge } = element;
  if (of === 'strength')
    return challenge === undefined ? refuse(`${id} challenges nothing, and has no strength`) : undefined;
  if (isContextual(type) && type !== 'assumption')
    return refuse(
      `a ${type} can neither hold nor fail, and ${id} is one`,
      'Make it an assumption if the claim depends on it.',
    );
  if (challenge !== undefined)
    return refuse(
      `${id} is a challenge, and states its strength, the probability that it is right`,
      'State its strength.',
    );
  const argued = supportedBy.length > 0;
  if (of === 'inference')
    return argued
      ? undefined
      : refuse(`nothing supports ${id}, so nothing is inferred there`, 'State the doubt of the element itself.');
  if (argued)
    return refuse(`${id} has support, which its doubt follows from`, 'State the doubt of its inference instead.');
  return requires === undefined
    ? undefined
    : refuse(
        `the doubt of ${id} follows from what it requires of ${element.evidence ?? 'its evidence'}`,
        'Take the requirement away first.',
      );
}

/**
 * What an element has its doubt from. It stands in the place of the mark `undeveloped`, and a goal that loses it gets the
 * mark back.
 */
function setSource(
  working: Working,
  element: Element,
  key: 'doubt' | 'evidence',
  value: Json | undefined,
): Refusal | undefined {
  const { texts } = working;
  const { file, path } = element.origin;
  const isThere = (name: string) => locate(texts.open(file, path), [...path, name]) !== undefined;
  const swap = (from: string, to: string, now: Json) =>
    texts.change(file, { kind: 'renameKey', path: [...path, from], key: to }) ??
    texts.change(file, { kind: 'set', path: [...path, to], value: now });
  if (value !== undefined) {
    if (!isThere(key) && isThere('undeveloped')) return swap('undeveloped', key, value);
    return steps(
      () => setKey(working, element.origin, 'undeveloped', undefined),
      () => setKey(working, element.origin, key, value),
    );
  }
  const other = key === 'doubt' ? element.evidence : element.doubt;
  const bare = element.type === 'goal' && other === undefined && element.supportedBy.length === 0;
  return bare && isThere(key) ? swap(key, 'undeveloped', true) : setKey(working, element.origin, key, undefined);
}

/** Plain data without keys that say nothing. */
export function jsonOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

export function setEvidence(working: Working, { element: id, evidence, requires }: SetEvidence): Outcome {
  const { look, of } = working;
  if (evidence !== null && look.evidence(evidence) === undefined) {
    return refuseUnknown(
      'evidence',
      evidence,
      of.evidence.map((one) => one.id),
    );
  }
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  const failed = cite(working, element, evidence, evidence === null ? null : requires);
  return (
    failed ?? {
      ok: true,
      what: evidence === null ? `Take the evidence of ${id} away` : `Cite ${evidence} at ${id}`,
      select: id,
    }
  );
}

/** Writes what an element cites, whether or not the case has it yet. */
export function cite(
  working: Working,
  element: Element,
  evidence: string | null,
  requires: RequirementText | null | undefined,
): Refusal | undefined {
  const { id, type, supportedBy, doubt } = element;
  if (evidence !== null) {
    if (isContextual(type) && type !== 'assumption')
      return refuse(`a ${type} can neither hold nor fail, and ${id} is one`);
    if (element.challenge !== undefined)
      return refuse(
        `${id} is a challenge, which cites no evidence itself`,
        'State its strength, or let a counter-solution support it.',
      );
    if (supportedBy.length > 0)
      return refuse(`${id} has support, and evidence is cited at leaves`, 'Add a solution below it.');
    if (doubt !== undefined && requires != null) return refuse(`${id} has a doubt of its own`, 'Take that away first.');
  }
  return steps(
    () => setSource(working, element, 'evidence', evidence ?? undefined),
    () =>
      requires === undefined
        ? undefined
        : setKey(working, element.origin, 'requires', requires === null ? undefined : jsonOf(requires)),
  );
}

export function setCombine(working: Working, { element: id, combine, dependence }: SetCombine): Outcome {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  const { origin } = element;
  const all = combine === 'all';
  if (all && dependence != null) return refuse(`legs that must all hold state no dependence, and ${id} combines all`);
  const legs = all || dependence === null ? null : dependence;
  const failed = steps(
    () =>
      legs === undefined ? undefined : setKey(working, origin, 'dependence', legs === null ? undefined : jsonOf(legs)),
    () => setKey(working, origin, 'combine', all ? undefined : jsonOf(combine)),
  );
  const how = typeof combine === 'string' ? combine : `at least ${combine.atLeast}`;
  return failed ?? { ok: true, what: `Let ${id} combine ${how}`, select: id };
}

/** A key below a place, in maps that are made where they are not there. */
export function setDeep(
  working: Working,
  { file, path }: Origin,
  keys: readonly string[],
  value: Json,
): Refusal | undefined {
  const [key, ...more] = keys;
  if (key === undefined) return refuse('there is nothing to set');
  const isThere = locate(working.texts.open(file, path), [...path, key])?.node != null;
  if (isThere && more.length > 0) return setDeep(working, { file, path: [...path, key] }, more, value);
  return setKey(
    working,
    { file, path },
    key,
    more.reduceRight<Json>((inner, name) => ({ [name]: inner }), value),
  );
}
