import type { Element } from '../case/index.js';
import { type Refusal, refuse, refuseUnknown } from '../skeleton/index.js';
import { setDoubt } from './doubts.js';
import type { ApplyWhatIf, WhatIfChange } from './intent.js';
import { elementOf, isRefusal, writable } from './named.js';
import { setExposure, setQuantity, setThreshold } from './values.js';
import type { Outcome, Working } from './working.js';
import { setKey } from './write-element.js';

/** Writes values that were tried out into the text. What has no place for a reason is told. */
export function applyWhatIf(working: Working, intent: ApplyWhatIf): Outcome {
  const { changes, because } = intent;
  if (changes.length === 0) return refuse('no value was changed');
  if (because.trim() === '') return refuse('a value is written with its reason', 'Say why it is this one.');
  const also: string[] = [];
  for (const change of changes) {
    const failed = apply(working, change, intent);
    if (failed !== undefined) return failed;
    if (change.kind === 'exposure') also.push(`the reason, which exposure.${change.axis} has no place for`);
    if (change.kind === 'threshold') also.push(`the reason, which the threshold of ${change.outcome} has no place for`);
  }
  return {
    ok: true,
    what: `Write ${changes.length === 1 ? 'one value' : `${changes.length} values`} that ${changes.length === 1 ? 'was' : 'were'} tried out into the text`,
    also,
  };
}

function apply(working: Working, change: WhatIfChange, intent: ApplyWhatIf): Refusal | undefined {
  const { because } = intent;
  switch (change.kind) {
    case 'doubt':
      return refusalOf(applyDoubt(working, change.leaf, change.value, intent));
    case 'quantity':
      return refusalOf(setQuantity(working, { kind: 'setQuantity', name: change.name, value: change.value, because }));
    case 'beta':
      return applyBeta(working, change.at, change.value, because);
    case 'exposure':
      return refusalOf(setExposure(working, { kind: 'setExposure', axis: change.axis, value: change.value }));
    case 'threshold':
      return refusalOf(
        setThreshold(working, { kind: 'setThreshold', outcome: change.outcome, probability: change.value }),
      );
  }
}

function refusalOf(outcome: Outcome): Refusal | undefined {
  return outcome.ok ? undefined : outcome;
}

const inference = '.inference';

function applyDoubt(working: Working, leaf: string, elicited: number, intent: ApplyWhatIf): Outcome {
  const { because, by = working.options.who, date = working.options.today } = intent;
  const isStep = leaf.endsWith(inference);
  const id = isStep ? leaf.slice(0, -inference.length) : leaf;
  const element = elementOf(working, id);
  if (isRefusal(element)) return element;
  const of = isStep ? 'inference' : element.challenge === undefined ? 'doubt' : 'strength';
  const doubt = {
    elicited,
    ...(by === undefined ? {} : { by }),
    ...(date === undefined ? {} : { date }),
    because,
  };
  return setDoubt(working, { kind: 'setDoubt', element: id, of, doubt });
}

function applyBeta(working: Working, at: string, beta: number, because: string): Refusal | undefined {
  const group = working.of.dependence.find(({ name }) => name === at);
  if (group !== undefined) {
    return setKey(working, group.origin, 'beta', beta) ?? setKey(working, group.origin, 'because', because);
  }
  if (working.look.element(at) === undefined) {
    return refuseUnknown('group, or element with legs,', at, [
      ...working.of.dependence.map(({ name }) => name),
      ...working.of.elements.filter(hasLegs).map(({ id }) => id),
    ]);
  }
  const element = writable(working, at);
  if (isRefusal(element)) return element;
  if (!hasLegs(element)) return refuse(`${at} combines all of its support, and its legs have no dependence to state`);
  return setKey(working, element.origin, 'dependence', { beta, because });
}

function hasLegs({ combine }: Element): boolean {
  return combine.kind !== 'all';
}
