import type { Outcome, Subsystem } from '../../case/index.js';
import {
  type Block,
  badge,
  cell,
  cellOf,
  type Line,
  link,
  list,
  numeric,
  paragraph,
  soft,
  table,
} from '../document.js';
import { formatChance, formatNumber } from '../numbers.js';
import { type Step, sixStepsOf } from '../points/six-steps.js';
import { anchorOf, elementLink, type View } from '../view.js';
import { capital, counted, listed } from '../words.js';
import { sectionTitles } from './titles.js';

/** The six steps of a safety case: of each what is there, and what is missing. */
export function sixSteps(view: View): readonly Block[] {
  const tables: Readonly<Record<number, Block[]>> = { 2: thresholds(view), 4: subsystems(view) };
  return sixStepsOf(view).map((step) => partOf(step, tables[step.number] ?? []));
}

function partOf({ number, title, there, missing, see }: Step, tables: readonly Block[]): Block {
  const state =
    there.length === 0
      ? badge('bad', 'nothing is stated')
      : missing.length === 0
        ? badge('good', 'nothing is missing')
        : badge('open', `${counted(missing.length, 'finding')}`);
  const more = see.flatMap((name, at): Line => [at === 0 ? 'See ' : ', ', link(name, sectionTitles[name])]);
  return {
    kind: 'part',
    anchor: `step-${number}`,
    title: [`Step ${number}: ${title} `, state],
    blocks: [
      ...(there.length === 0 ? [] : [list(there)]),
      ...tables,
      ...(missing.length === 0 ? [] : [paragraph('What the rules found:'), list(missing)]),
      ...(more.length === 0 ? [] : [soft(...more, '.')]),
    ],
  };
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
