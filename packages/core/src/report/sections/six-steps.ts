import type { Outcome, Subsystem } from '../../case/index.js';
import type { Step } from '../../steps/index.js';
import {
  type Block,
  badge,
  cell,
  cellOf,
  details,
  faint,
  type Line,
  link,
  list,
  numeric,
  paragraph,
  soft,
  strong,
  table,
  verbatim,
} from '../document.js';
import { formatChance, formatNumber } from '../numbers.js';
import { sectionsOfStep, sixStepsOf } from '../points/six-steps.js';
import { anchorOf, elementLink, type View } from '../view.js';
import { capital, counted, listed, sentence } from '../words.js';
import { sectionTitles } from './titles.js';

/** The six steps of a safety case: of each what the paper asks, what is there, what is missing, and what to write next. */
export function sixSteps(view: View): readonly Block[] {
  const tables: Readonly<Record<number, Block[]>> = { 2: thresholds(view), 4: subsystems(view) };
  return sixStepsOf(view).map((step) => partOf(step, tables[step.number] ?? []));
}

function partOf({ number, title, asks, state, there, missing, next }: Step, tables: readonly Block[]): Block {
  const mark = {
    'nothing said': badge('bad', 'nothing is stated'),
    done: badge('good', 'nothing is missing'),
    findings: badge('open', counted(missing.length, 'finding')),
  }[state];
  const more = sectionsOfStep[number].flatMap(
    (name, at): Line => [at === 0 ? 'See ' : ', ', link(name, sectionTitles[name])],
  );
  return {
    kind: 'part',
    anchor: `step-${number}`,
    title: [`Step ${number}: ${title.value} `, mark],
    blocks: [
      details('What is asked', list(asks.map(askLine))),
      ...(there.length === 0 ? [] : [list(there.map((line) => [line]))]),
      ...tables,
      ...(missing.length === 0 ? [] : [paragraph('What the rules found:'), list(missing.map(missingLine))]),
      ...(next === undefined ? [] : nextBlocks(next)),
      ...(more.length === 0 ? [] : [soft(...more, '.')]),
    ],
  };
}

function askLine({ value, provenance, source }: Step['asks'][number]): Line {
  return [value.replaceAll('`', ''), { kind: 'soft', text: ` (${provenance}: ${source})` }];
}

function missingLine({ message, waived }: Step['missing'][number]): Line {
  const said = sentence(message.replaceAll('`', ''));
  return waived === undefined ? [said] : [said, { kind: 'soft', text: ` Waived until ${waived.until}.` }];
}

/** What to do first, and the text to write. */
function nextBlocks({ file, line, hint, writes }: NonNullable<Step['next']>): Block[] {
  const words = hint === undefined ? 'mend the first of these.' : sentence(hint.replaceAll('`', ''));
  return [
    paragraph(strong('Next:'), ` ${words} `, faint(`${file}, line ${line}`)),
    ...writes.flatMap((write) => [soft(`After line ${write.line} of ${write.file}:`), verbatim(write.text)]),
  ];
}

function thresholds(view: View): Block[] {
  const { outcomes } = view.case;
  if (outcomes.length === 0) return [];
  const rows = table(
    'Unacceptable outcomes, their thresholds, and who approved these',
    [
      'Outcome',
      'Severity',
      numeric('Threshold per window'),
      'Held against',
      'Approved',
      'Claim that it will not occur',
    ],
    outcomes,
    (outcome) => ({
      cells: [
        cellOf([[link(anchorOf.outcome(outcome.id), outcome.id)], [outcome.text]]),
        cell(outcome.severity ?? 'not stated'),
        outcome.threshold === undefined
          ? cell(badge('bad', 'none'))
          : cell(view.numbers ? formatChance(outcome.threshold.probability, 3) : 'stated'),
        cell(criterionWords(outcome)),
        approvedCell(outcome),
        outcome.claim === undefined ? cell(badge('bad', 'none')) : cell(elementLink(view, outcome.claim)),
      ],
    }),
  );
  return [rows];
}

function criterionWords({ threshold }: Outcome): string {
  if (threshold === undefined) return '–';
  return threshold.criterion === 'mean' ? 'the mean' : `the mean and the ${threshold.criterion}`;
}

function approvedCell({ threshold }: Outcome) {
  const approved = threshold?.approved;
  if (approved === undefined) return cell(badge('open', 'by nobody who is named'));
  return cell(`${approved.by}${approved.date === undefined ? ', no date' : `, ${approved.date}`}`);
}

function subsystems(view: View): Block[] {
  const { system } = view.case;
  if (system.length === 0) return [];
  return [
    table(
      'The subsystems, what they may reach, and who watches them',
      ['Subsystem', 'What it is', 'Access', 'Watched by'],
      system,
      (one) => ({
        cells: [
          cellOf([[{ kind: 'strong', text: one.id }], ...(one.text === undefined ? [] : [[one.text]])]),
          cellOf(natureOf(one)),
          cellOf(accessOf(one)),
          cell(listed(system.filter(({ watches }) => watches.includes(one.id)).map(({ id }) => id)) || 'nobody'),
        ],
      }),
    ),
  ];
}

function natureOf({ kind, model, copies, count, capability, owner }: Subsystem): Line[] {
  const { name, version, digest } = model ?? {};
  const known = [name, version].filter((part) => part !== undefined).join(' ');
  return [
    [known === '' ? capital(kind) : `${capital(kind)}: ${known}`],
    ...(digest === undefined ? [] : [[{ kind: 'code', text: digest } as const]]),
    ...(copies === undefined ? [] : [[`${formatNumber(copies)} copies`]]),
    ...(count === undefined ? [] : [[`${formatNumber(count)} of them`]]),
    ...(capability === undefined ? [] : [[`Capability level ${formatNumber(capability)}`]]),
    ...(owner === undefined ? [] : [[`Owner: ${owner}`]]),
  ];
}

function accessOf({ access }: Subsystem): Line[] {
  const lines: Line[] = [];
  if (access.read.length > 0) lines.push([`Reads ${listed(access.read)}`]);
  if (access.write.length > 0) lines.push([`Writes ${listed(access.write)}`]);
  if (access.network !== undefined) lines.push([`Network: ${access.network}`]);
  if (access.weights !== undefined) lines.push([`Weights: ${access.weights}`]);
  return lines.length === 0 ? [['none is stated']] : lines;
}
