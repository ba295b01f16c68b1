import { legInWords, type OutcomeAssessment } from '@surety/core/doubt';
import { someOf } from '@surety/core/shown';
import { bullet, type Canvas, firstOf } from './canvas.js';
import { formatProbability } from './numbers.js';
import { listed } from './text.js';

const most = 10;

/** Which legs stand for strategies that get no credit, or only part of it, for their diversity. */
export function legLines({ legs, legsProvedBest }: OutcomeAssessment, canvas: Canvas): readonly string[] {
  const lines = legs.map(({ element, legs: chosen, dependence, beta }) => {
    const why =
      dependence === 'undeclared'
        ? 'no credit for the other legs: nothing is declared about their dependence'
        : `partial credit for the other legs: beta = ${beta === undefined ? '?' : formatProbability(beta)}`;
    return bullet(`${element} rests on ${listed(chosen)} (${why})`, canvas);
  });
  const shown = firstOf(lines, most, canvas);
  if (legsProvedBest || lines.length === 0) return shown;
  return [...shown, bullet('These legs are not proved to be the best ones: the declared doubt is an interval', canvas)];
}

/** Why the declared doubt needs fewer failures than the cut sets list: they count every leg in full. */
export function fewerLines({ legs }: Pick<OutcomeAssessment, 'legs'>, canvas: Canvas): readonly string[] {
  const lines = legs.map((leg) => bullet(legInWords(leg), canvas));
  return firstOf(lines, most, canvas);
}

/** The common causes that the declared number was computed with, and those that would not have raised it. */
export function groupLines({ groups }: OutcomeAssessment, canvas: Canvas): readonly string[] {
  const lines = groups.map(({ name, members, beta, automatic, inForce, because }) => {
    const kind = automatic ? 'automatic' : 'declared';
    const force = inForce ? 'in force' : 'not in force: it would lower the doubt, and earns no credit';
    const reason = because === undefined ? '' : `: ${because}`;
    const facts = `${kind}, beta = ${formatProbability(beta)}, ${force}`;
    return bullet(`${name} (${facts}): ${listed(someOf(members))}${reason}`, canvas);
  });
  return firstOf(lines, most, canvas);
}
