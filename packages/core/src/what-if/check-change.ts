import { type CaseLookup, type HorizonAxis, mappedEvents, meantName, measureOf } from '../case/index.js';
import type { Prepared } from '../doubt/index.js';
import { currentValues, MOST, MOST_DAYS } from '../horizon/index.js';
import type { CaseChange, ChangeProblem } from './types.js';

type Trouble = Omit<ChangeProblem, 'at'>;

/** Why a change cannot be made; nothing where it can. */
export function checkChange(prepared: Prepared, change: CaseChange): Trouble | undefined {
  const { lookup, argument, quantified } = prepared;
  const { case: of } = lookup;
  switch (change.kind) {
    case 'doubt':
      if (quantified === undefined) return noNumber;
      if (!argument.leafByName.has(change.leaf)) return unknown('leaf', change.leaf, argument.leafByName.keys());
      return probability('doubt', change.doubt) ?? asEvent(prepared, change.leaf, change.doubt);
    case 'quantity': {
      const names = of.quantities.map(({ name }) => name);
      const trouble = named('quantity', change.name, names);
      return trouble ?? (Number.isFinite(change.value) ? undefined : outOfRange('value', change.value, 'a number'));
    }
    case 'axis': {
      const { axis } = change.over;
      if (currentValues(of, change.over).length === 0)
        return { code: 'no-number', message: `the case states no value of ${axis}`, expected: `a value of ${axis}` };
      return axisRange(axis, change.value);
    }
    case 'group': {
      const names = (quantified?.groups ?? []).filter(({ automatic }) => !automatic).map(({ name }) => name);
      return named('group', change.name, names) ?? probability('beta', change.beta);
    }
    case 'legs': {
      const withLegs = argument.gates.flatMap((gate) => (gate.kind === 'legs' ? [gate.element.id] : []));
      const trouble = named('element with legs', change.element, withLegs);
      const { dependence } = change;
      return trouble ?? (dependence.kind === 'beta' ? probability('beta', dependence.beta) : undefined);
    }
    case 'threshold':
      return threshold(lookup, change.outcome) ?? probability('threshold', change.probability);
  }
}

/** A tree was solved with its own probability of the event that a leaf is: what it would be with a higher one is not known here. */
function asEvent({ lookup, measures }: Prepared, leaf: string, doubt: number): Trouble | undefined {
  for (const evidence of lookup.case.evidence) {
    const { id } = evidence;
    for (const { event, element, probability: solvedWith = 0 } of mappedEvents(evidence, measureOf(measures, id))) {
      if (element !== leaf || doubt <= solvedWith) continue;
      return {
        code: 'not-in-range',
        message: `the doubt of ${leaf} cannot be ${doubt}: it is the basic event ${event} of evidence ${id}, whose tree was solved with ${solvedWith}`,
        expected: `at most ${solvedWith}, or a tree that says more`,
      };
    }
  }
  return undefined;
}

const noNumber: Trouble = { code: 'no-number', message: 'the case states no doubt, so none can be another' };

function threshold({ case: of }: CaseLookup, outcome: string): Trouble | undefined {
  const ids = of.outcomes.filter((one) => one.threshold !== undefined).map(({ id }) => id);
  return named('outcome with a threshold', outcome, ids);
}

function axisRange(axis: HorizonAxis, value: number): Trouble | undefined {
  const counted = axis !== 'capability';
  const [least, most] = [counted ? 1 : 0, axis === 'window' ? MOST_DAYS : MOST];
  if (value >= least && value <= most && (!counted || Number.isSafeInteger(value))) return undefined;
  return outOfRange(axis, value, `${counted ? 'a whole number' : 'a number'} from ${least} to ${most}`);
}

function probability(what: string, value: number): Trouble | undefined {
  return value >= 0 && value <= 1 ? undefined : outOfRange(what, value, 'a number from 0 to 1');
}

function outOfRange(what: string, value: number, expected: string): Trouble {
  return { code: 'not-in-range', message: `the ${what} cannot be ${value}`, expected };
}

function named(what: string, name: string, names: readonly string[]): Trouble | undefined {
  return names.includes(name) ? undefined : unknown(what, name, names);
}

function unknown(what: string, name: string, names: Iterable<string>): Trouble {
  const close = meantName(name, [...names]);
  const hint = close === undefined ? {} : { nearest: close };
  return { code: 'unknown-name', message: `there is no ${what} “${name}”`, ...hint };
}
