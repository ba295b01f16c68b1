import type { Challenge, Element } from '../../case/index.js';
import { challengeLog } from '../../steps/index.js';
import { type Block, badge, type Cell, cell, cellOf, type Line, numeric, paragraph, table } from '../document.js';
import { formatDoubt } from '../numbers.js';
import { elementLink, type View } from '../view.js';
import { counted } from '../words.js';

type Challenging = Element & { readonly challenge: Challenge };

/** The challenges to the argument, open ones first. Never cut short. */
export function challenges(view: View): readonly Block[] {
  const all = view.case.elements.filter((element): element is Challenging => element.challenge !== undefined);
  if (all.length === 0) return [paragraph('No challenge to the argument is recorded.')];
  const open = all.filter(({ challenge }) => challenge.status === 'open');
  const accepted = all.filter(({ challenge }) => challenge.status === 'accepted');
  const answered = all.filter(({ challenge }) => challenge.status === 'answered');
  const parts: readonly (readonly [string, readonly Challenging[]])[] = [
    ['Open challenges', open],
    ['Accepted challenges: the challenged element counts as failed', accepted],
    ['Answered challenges', answered],
  ];
  const blocks: Block[] = [
    paragraph(`${all.length} in all: ${open.length} open, ${accepted.length} accepted, ${answered.length} answered.`),
  ];
  for (const [caption, some] of parts) if (some.length > 0) blocks.push(tableOf(view, caption, some));
  return blocks;
}

function tableOf(view: View, caption: string, some: readonly Challenging[]): Block {
  const ages = new Map(challengeLog(view.case, view.assessment.asOf).map(({ id, age }) => [id, age]));
  const columns = [
    'Challenge',
    'Against',
    'Status',
    ...(view.numbers ? [numeric('Probability that it is right')] : []),
    'Raised',
    'Answer',
  ];
  return table(
    caption,
    columns,
    some,
    (element) => ({
      cells: [
        cellOf([[elementLink(view, element.id)], [element.text]]),
        cellOf([targetOf(view, element)]),
        cellOf([statusOf(element)]),
        ...(view.numbers ? [strengthCell(view, element)] : []),
        cell(
          [element.challenge.raisedBy, element.challenge.date, ageWords(ages.get(element.id))]
            .filter((part) => part !== undefined)
            .join(', ') || 'not stated',
        ),
        answerCell(view, element),
      ],
    }),
    some.length,
  );
}

/** How long a challenge has stood; nothing where it is dated later than the report. */
function ageWords(age: number | undefined): string | undefined {
  return age === undefined || age < 0 ? undefined : `${counted(age, 'day')} ago`;
}

function targetOf(view: View, { challenge: { target } }: Challenging): Line {
  if (target.kind === 'element') return [elementLink(view, target.element)];
  return ['the link from ', elementLink(view, target.from), ' to ', elementLink(view, target.to)];
}

function statusOf({ challenge: { status, blocking } }: Challenging): Line {
  if (status === 'answered') return [badge('good', 'answered')];
  if (status === 'accepted') return [badge('bad', 'accepted')];
  return blocking ? [badge('bad', 'open'), ' blocks'] : [badge('open', 'open'), ' does not block'];
}

function strengthCell(view: View, { id }: Challenging): Cell {
  if (view.isWithheld(id)) return cell('withheld');
  const doubt = view.leaf(id)?.doubt;
  return cell(doubt === undefined ? '–' : formatDoubt(doubt));
}

function answerCell(view: View, { challenge: { answeredBy } }: Challenging): Cell {
  if (answeredBy === undefined) return cell('none');
  const answer = view.index.element(answeredBy);
  const doubt = view.numbers ? view.doubts(answeredBy)?.declared : undefined;
  const words: Line[] = [[elementLink(view, answeredBy)]];
  if (answer !== undefined) words.push([answer.text]);
  if (doubt !== undefined) words.push([`Doubt of the answer: ${formatDoubt(doubt)}`]);
  return cellOf(words);
}
