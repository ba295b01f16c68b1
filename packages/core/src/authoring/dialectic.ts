import { aType, type ChallengeTarget, type Element } from '../case/index.js';
import type { Json } from '../language/edit/index.js';
import { type Refusal, refuse, removeSubtree } from '../skeleton/index.js';
import { edgeBetween } from './connect.js';
import { jsonOf } from './doubts.js';
import type { AcceptChallenge, AnswerChallenge, RaiseChallenge, WithdrawChallenge } from './intent.js';
import { circleRefusal } from './may-link.js';
import { caseId, elementOf, isRefusal, localId, referenceTo, writable } from './named.js';
import { newId } from './next-id.js';
import { type Outcome, steps, type Working } from './working.js';
import { setKey, writeBehind } from './write-element.js';

export function raise(working: Working, intent: RaiseChallenge): Outcome {
  const { against, text, strength, blocking } = intent;
  const { who, today } = working.options;
  const link = typeof against === 'string' ? undefined : against;
  const target = elementOf(working, typeof against === 'string' ? against : against.from);
  if (isRefusal(target)) return target;
  if (text.trim() === '')
    return refuse('a challenge says something', 'Write what may be wrong, so that it can be answered.');
  if (target.type === 'challenge') return refuse(`${target.id} is a challenge itself`, 'Answer it with a goal.');
  const home = target.instance === undefined ? target : elementOf(working, target.instance.at);
  if (isRefusal(home)) return home;
  const written = writable(working, home.id);
  if (isRefusal(written)) return written;
  const where = link === undefined ? localId(target.id) : linkText(working, target, link.to);
  if (typeof where !== 'string') return where;
  const named = newId(working.of, 'challenge', intent.id, home);
  if (isRefusal(named)) return named;
  const [raisedBy, date] = [intent.raisedBy ?? who, intent.date ?? today];
  const fields = {
    text,
    challenges: where,
    status: 'open',
    ...(strength === undefined ? {} : { strength: jsonOf(strength) }),
    ...(blocking === undefined ? {} : { blocking }),
    ...(raisedBy === undefined ? {} : { raisedBy }),
    ...(date === undefined ? {} : { date }),
  };
  const failed = writeBehind(working, home, { id: named.id, type: 'challenge', fields });
  const of = link === undefined ? target.id : `the link from ${link.from} to ${link.to}`;
  return failed ?? { ok: true, what: `Challenge ${of} by ${named.id}`, select: caseId(home, named.id) };
}

function linkText(working: Working, from: Element, to: string): string | Refusal {
  const edge = [...from.supportedBy, ...from.inContextOf].find((one) => one.to === to);
  if (edge === undefined) {
    const refused = edgeBetween(working, from, to);
    if (isRefusal(refused)) return refused;
  }
  const reference = referenceTo(from, to);
  return typeof reference === 'string' ? `${localId(from.id)} -> ${reference}` : reference;
}

function challengeOf(
  working: Working,
  id: string,
): (Element & { readonly challenge: { readonly target: ChallengeTarget } }) | Refusal {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  if (element.challenge === undefined) return refuse(`${id} is ${aType(element.type)}, and challenges nothing`);
  return element as Element & { readonly challenge: NonNullable<Element['challenge']> };
}

export function answer(working: Working, { challenge: id, by }: AnswerChallenge): Outcome {
  const challenge = challengeOf(working, id);
  if (isRefusal(challenge)) return challenge;
  if (typeof by !== 'string') return answerAnew(working, challenge, by);
  const goal = elementOf(working, by);
  if (isRefusal(goal)) return goal;
  if (goal.type !== 'goal')
    return refuse(`${by} is ${aType(goal.type)}, and an answer is a goal with support of its own`);
  const reference = referenceTo(challenge, by);
  if (typeof reference !== 'string') return reference;
  const failed =
    circleRefusal(working.look, challenge, goal) ??
    restsOnTarget(working, challenge, goal) ??
    settle(working, challenge, reference);
  return failed ?? { ok: true, what: `Answer ${id} by ${by}`, select: by };
}

/** An answer that rests on what is challenged holds only if the challenge does not. */
function restsOnTarget(
  { look }: Working,
  { id, challenge: { target } }: { readonly id: string; readonly challenge: { readonly target: ChallengeTarget } },
  goal: Element,
): Refusal | undefined {
  const challenged = target.kind === 'element' ? target.element : target.from;
  return look.below([goal.id]).has(challenged)
    ? refuse(`${goal.id} rests on ${challenged}, which ${id} challenges, and the argument would go in a circle`)
    : undefined;
}

function answerAnew(
  working: Working,
  challenge: Element,
  { text, id: asked, doubt }: Exclude<AnswerChallenge['by'], string>,
): Outcome {
  if (text.trim() === '') return refuse('an answer says something', 'Write the claim that would meet the challenge.');
  const named = newId(working.of, 'goal', asked, challenge);
  if (isRefusal(named)) return named;
  const { id } = named;
  const worth: { readonly [key: string]: Json } =
    doubt === undefined ? { undeveloped: true } : { doubt: jsonOf(doubt) };
  const failed = steps(
    () => settle(working, challenge, id),
    () => writeBehind(working, challenge, { id, type: 'goal', fields: { text, ...worth } }),
  );
  return failed ?? { ok: true, what: `Answer ${challenge.id} by the new goal ${id}`, select: caseId(challenge, id) };
}

function settle(working: Working, { origin }: Element, answeredBy: string): Refusal | undefined {
  return steps(
    () => setKey(working, origin, 'status', 'answered'),
    () => setKey(working, origin, 'answeredBy', answeredBy),
  );
}

/** An accepted challenge has strength 1 and no answer; why it is accepted is the reason of that strength. */
export function accept(working: Working, { challenge: id, because }: AcceptChallenge): Outcome {
  const challenge = challengeOf(working, id);
  if (isRefusal(challenge)) return challenge;
  const { who, today } = working.options;
  const { origin } = challenge;
  const strength = {
    elicited: 1,
    ...(who === undefined ? {} : { by: who }),
    ...(today === undefined ? {} : { date: today }),
    ...(because === undefined ? {} : { because }),
  };
  const failed = steps(
    () => setKey(working, origin, 'status', 'accepted'),
    () => setKey(working, origin, 'answeredBy', undefined),
    () => (because === undefined ? undefined : setKey(working, origin, 'strength', strength)),
  );
  return failed ?? { ok: true, what: `Accept the challenge ${id}`, select: id };
}

export function withdraw(working: Working, { challenge: id }: WithdrawChallenge): Outcome {
  const challenge = challengeOf(working, id);
  if (isRefusal(challenge)) return challenge;
  const removed = removeSubtree(working.of, working.texts.files(), id);
  if (!removed.ok) return removed;
  for (const [file, text] of removed.changed) working.texts.write(file, text);
  const { target } = challenge.challenge;
  return {
    ok: true,
    what: `Withdraw the challenge ${id}`,
    also: removed.also,
    select: target.kind === 'element' ? target.element : target.from,
  };
}
