import { type Block, cell, cellOf, deep, details, type Line, paragraph, table } from '../document.js';
import type { ShownTrial } from '../input.js';
import { formatNumber } from '../numbers.js';
import type { View } from '../view.js';
import { counted, listed, sentence } from '../words.js';

/** Trials that were picked from logs, with what was put to the model and what it answered. */
export function trialBlocks({ samples, assessment }: View): Block[] {
  if (samples === undefined)
    return [
      deep(paragraph('No text of a trial is shown: only digests, ids and counts of the logs are in this report.')),
    ];
  const blocks = Object.entries(samples).map(([id, { trials, problem }]): Block => {
    if (problem !== undefined) return paragraph(`No trial of ${id} is shown: ${sentence(problem)}`);
    const rows = table(
      `Trials of ${id}, picked at random with the seed ${assessment.seed}`,
      ['Trial', 'Score', 'Input', 'Answer'],
      trials,
      (trial) => ({
        cells: [
          cell(`${trial.sample}${trial.epoch === 1 ? '' : `, epoch ${trial.epoch}`}`),
          cellOf(scoreLines(trial)),
          textCell(trial, 'input'),
          textCell(trial, 'output'),
        ],
      }),
    );
    return details(`${counted(trials.length, 'trial')} of ${id}`, rows);
  });
  return [deep(...blocks)];
}

function scoreLines({ scores, flaws }: ShownTrial): Line[] {
  const lines = scores.map(
    ({ scorer, value }): Line => [`${scorer}: ${typeof value === 'number' ? formatNumber(value) : value}`],
  );
  return [...lines, ...(flaws.length === 0 ? [] : [[`Flawed: ${listed(flaws)}`]])];
}

function textCell(trial: ShownTrial, key: 'input' | 'output') {
  const text = trial[key];
  if (text === undefined || text === '') return cell('none');
  return cell(trial.cut ? `${text} […]` : text);
}
