import { type Element, formatProbability } from '../case/index.js';
import { axisValue, columnMean, type LeafId, type Reason } from '../doubt/index.js';
import { axisNumber, axisWords } from '../horizon/index.js';
import { exposureLevers, groupLevers, legLevers, trialLevers } from './case-levers.js';
import { answered, answerTo, developed, leafWith, once, statedDoubt, withElement } from './edits.js';
import { doneOrNot, threeDigitsBelow } from './ladder.js';
import { type Ground, type Lever, told } from './lever.js';
import type { Step } from './types.js';

/** Nothing needs to be told of doubts that would have to come down below this. */
const LEAST = 1e-12;

/** Everything that could be better about an outcome's argument, each thing once. */
export function leversOf(ground: Ground): readonly Lever[] {
  const { prepared, scope } = ground;
  const of = prepared.lookup.case;
  const elements = of.elements.filter(({ id }) => scope.has(id));
  return [
    ...doubtLevers(ground),
    ...elements.flatMap((element) => elementLevers(element, ground)),
    ...of.evidence.flatMap((evidence) => trialLevers(evidence, ground)),
    ...of.dependence.flatMap((group) => groupLevers(group, of)),
    ...(['tasks', 'instances', 'window'] as const).flatMap((axis) => exposureLevers(of, axis)),
  ];
}

/** Leaves whose doubt could come down, whatever it comes from. */
function doubtLevers({ prepared, leaves }: Ground): readonly Lever[] {
  const { argument } = prepared;
  return leaves.flatMap((leaf): readonly Lever[] => {
    const index = argument.leafByName.get(leaf)!;
    const { source, element } = argument.leaves[index]!;
    const { column } = prepared.leaves[index]!;
    const now = columnMean(column);
    // An open challenge is answered, and what is undeveloped is developed: see below.
    if (source.kind === 'certain' || element.challenge?.status === 'open' || now <= LEAST) return [];
    return [
      {
        id: `doubt ${leaf}`,
        name: `the doubt of ${leaf}`,
        lifts: false,
        ladder: threeDigitsBelow(now, LEAST),
        apply: (variant, to) => ({ ...variant, doubts: new Map([...variant.doubts, [leaf, to]]) }),
        step: (to, size) => ({
          kind: 'doubt',
          leaf,
          ...told(
            now,
            to,
            size,
            typeof column === 'number'
              ? `The doubt of ${leaf} comes down from ${formatProbability(now)} to ${formatProbability(to)}`
              : `The doubt of ${leaf} is known to be ${formatProbability(to)} or less (now uncertain, ${formatProbability(now)} in the mean)`,
          ),
        }),
      },
    ];
  });
}

/** What could be done about an element itself: developed, assessed, answered, argued again, its legs argued apart. */
function elementLevers(element: Element, ground: Ground): readonly Lever[] {
  const { id } = element;
  const { blockers, prepared } = ground;
  const blocks = (...codes: readonly Reason['code'][]) =>
    blockers.some((reason) => reason.element === id && codes.includes(reason.code));
  const levers: Lever[] = [];
  const newDoubt = (
    kind: 'develop' | 'inference' | 'answer',
    name: string,
    leaf: LeafId,
    change: Lever['apply'],
    text: (to: string) => string,
    lifts: boolean,
  ) => {
    const step = (to: number, size: number): Step => ({
      kind,
      element: id,
      ...told(1, to, size, text(formatProbability(to))),
    });
    levers.push({
      id: `${kind} ${id}`,
      name,
      lifts,
      ladder: threeDigitsBelow(1, LEAST),
      apply: leafWith(leaf, change),
      step,
    });
  };
  const leaf = prepared.argument.leaves[prepared.argument.leafByName.get(id) ?? -1];
  const why = leaf?.source.kind === 'certain' && leaf.element.id === id ? leaf.source.why : undefined;
  if (why === 'undeveloped' || why === 'nothing stated') {
    newDoubt(
      'develop',
      `developing ${id}`,
      id,
      (variant, to) => withElement(variant, id, (one) => developed(one, to)),
      (to) => `${id} is developed, and its doubt is ${to} or less`,
      blocks('undeveloped'),
    );
  }
  const measured = element.supportedBy.some(({ to }) =>
    blockers.some(({ code, element: at }) => code === 'rate-is-not-event' && at === to),
  );
  if (element.inference === undefined && (blocks('inference-required') || measured)) {
    newDoubt(
      'inference',
      `assessing the step of ${id}`,
      `${id}.inference`,
      (variant, to) =>
        withElement(variant, id, (one) => ({ ...one, inference: statedDoubt(to, one.origin, 'Assessed') })),
      (to) => `The inference step of ${id} is assessed, and its doubt is ${to} or less`,
      true,
    );
  }
  if (element.challenge?.status === 'open') {
    newDoubt(
      'answer',
      `answering ${id}`,
      answerTo(id),
      (variant, to) => answered(variant, id, to),
      (to) => `Challenge ${id} is answered, and the doubt of the answer is ${to} or less`,
      blocks('challenge-open'),
    );
  }
  return [...levers, ...limitLevers(element, ground), ...legLevers(element)];
}

/** Claims that are past what they hold up to. */
function limitLevers(element: Element, { prepared, blockers }: Ground): readonly Lever[] {
  const { id } = element;
  return element.holdsUntil.flatMap(({ axis, value: limit }): readonly Lever[] => {
    const now = axisValue(prepared.lookup, element, axis);
    if (now === undefined || now <= limit) return [];
    const what = axisWords(
      axis === 'capability' && element.subsystem !== undefined ? { axis, subsystem: element.subsystem } : { axis },
    );
    return [
      {
        id: `limit ${id} ${axis}`,
        name: `arguing ${id} again`,
        lifts: blockers.some(({ code, element: at }) => code === 'beyond-limit' && at === id),
        ladder: doneOrNot(limit, now),
        apply: once((variant) =>
          withElement(variant, id, (one) => ({
            ...one,
            holdsUntil: one.holdsUntil.filter((other) => other.axis !== axis),
          })),
        ),
        step: (to, size) => ({
          kind: 'limit',
          element: id,
          axis,
          ...told(
            limit,
            to,
            size,
            `${id} is argued to hold up to ${axisNumber(to)} (${what}), not only up to ${axisNumber(limit)}`,
          ),
        }),
      },
    ];
  });
}
