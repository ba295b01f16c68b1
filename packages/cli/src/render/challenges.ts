import { formatDoubt, formatProbability } from '@surety/core/case';
import type { LoggedChallenge } from '@surety/core/steps';
import type { Style } from './style.js';
import { cleaned, counted, wrap } from './text.js';

interface View {
  readonly style: Style;
  readonly width: number;
}

/** Each challenge with its state, who raised it and when, its answer, and what it moves. */
export function renderChallenges(log: readonly LoggedChallenge[], { style, width }: View): string {
  if (log.length === 0) return 'No challenge is recorded.';
  return cleaned(log)
    .map((one) => {
      const lines = [raisedWords(one), answerWords(one), ...effectWords(one)].filter((line) => line !== undefined);
      const head = `${stateWords(one, style)} ${style.bold(one.id)} against ${targetWords(one)}: ${one.text}`;
      return [wrap(head, width, '', '  '), ...lines.map((line) => wrap(line, width, '    ', '      '))].join('\n');
    })
    .join('\n');
}

function stateWords({ status, blocks }: LoggedChallenge, style: Style): string {
  if (status === 'answered') return style.green('answered');
  if (status === 'accepted') return style.red('accepted');
  return blocks ? style.red('OPEN, blocks') : style.yellow('open');
}

function targetWords({ against }: LoggedChallenge): string {
  return against.kind === 'element' ? against.element : `the link ${against.from} -> ${against.to}`;
}

function raisedWords({ raisedBy, date, age }: LoggedChallenge): string | undefined {
  const by = raisedBy === undefined ? 'raised by nobody who is named' : `raised by ${raisedBy}`;
  const when = date === undefined ? ', no date' : ` on ${date}`;
  return `${by}${when}${age === undefined || age < 0 ? '' : `, ${counted(age, 'day')} ago`}`;
}

function answerWords({ answer, status }: LoggedChallenge): string | undefined {
  if (answer === undefined) return status === 'open' ? 'no answer' : undefined;
  const doubt = answer.doubt === undefined ? '' : ` (doubt ${formatDoubt(answer.doubt)})`;
  return `answer ${answer.id}${doubt}: ${answer.text ?? 'there is no such element'}`;
}

function effectWords({ effects, strength }: LoggedChallenge): string[] {
  const right = strength === undefined ? [] : [`right with probability ${formatDoubt(strength)}`];
  const moves = (effects ?? []).map(({ outcome, ifRight, ifWrong, share }) =>
    ifRight === ifWrong
      ? `${outcome}: doubt ${formatProbability(ifRight)} whether it is right or not; that number rests on other legs, or fails without it`
      : `${outcome}: doubt ${formatProbability(ifRight)} if it is right, ${formatProbability(ifWrong)} if it is wrong (${(share * 100).toFixed(1)} % of the doubt)`,
  );
  return [...right, ...moves];
}
