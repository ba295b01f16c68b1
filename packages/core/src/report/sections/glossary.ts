import { type Block, cell, table } from '../document.js';
import type { View } from '../view.js';

/** The few words of the field that the report cannot do without. */
export function glossary({ numbers }: View): readonly Block[] {
  const words = [...always, ...(numbers ? inNumbers : [])];
  return [
    table('Words of this report', ['Word', 'What it means here'], words, ([word, meaning]) => ({
      cells: [cell({ kind: 'strong', text: word }), cell(meaning)],
    })),
  ];
}

const always = [
  ['Claim (goal)', 'A statement that is true or false, such as “no copy of the weights leaves in the window”.'],
  ['Solution', 'A result that a claim rests on: a test, a review, a measurement.'],
  ['Assumption', 'What the setting must supply, and what somebody answers for.'],
  ['Step (inference)', 'From what supports a claim to the claim: is it enough? It is judged on its own.'],
  ['Leg', 'One of several lines of argument of which fewer than all are needed.'],
  ['Undeveloped', 'Stated, and not yet argued.'],
  ['Challenge', 'An objection to a claim or a step. While it is open, it blocks unless it says otherwise.'],
  ['Cut set', 'The fewest things that have to be wrong together for a claim to fail.'],
  ['Risk case', 'The argument of the other side: that the outcome will occur.'],
  [
    'Fresh',
    'Read from its source when this report was made, and nothing speaks against its date or model as the case states them.',
  ],
  [
    'Flawed trial',
    'One that ended with an error, met a limit, was refused, cut short or marked invalid. Unless the case says otherwise it is counted in the way that hurts.',
  ],
  ['Event', 'What a measure is the rate of; it may be a success of the model or a failure of a safeguard.'],
  ['Deployment window', 'The days that the case is about; every chance is per window.'],
] as const;

const inNumbers = [
  ['Doubt', 'The chance that a claim is wrong.'],
  ['Threshold', 'The largest doubt that was agreed on for an outcome, before the numbers were known.'],
  [
    'Declared',
    'With the common causes that the author declared, and no credit for diversity about which nothing is declared. The number of the verdict.',
  ],
  ['Independent', 'If nothing failed together. For comparison; it is never larger.'],
  ['Dependence-free bound', 'The most that it can be, whatever fails together.'],
  ['Share of the doubt', 'What part of a claim’s doubt would go if this one thing were certain (Fussell–Vesely).'],
  [
    'Clopper–Pearson',
    'The exact bound of a rate. A doubt from a requirement is its tail: the chance of so few bad trials if the rate were just what is required, divided by the margin.',
  ],
  ['Scores in letters', 'C counts as 1, P as 0.5, I and N as 0, as the tool that writes them has it.'],
  ['Margin', 'The factor by which the rate may be higher than the trials show, and still meet what is required.'],
  [
    'Jeffreys posterior',
    'Another way to get the doubt from counts; shown where it differs from Clopper–Pearson, which counts, by more than a factor of two.',
  ],
  ['5–95 %', 'Nine trials in ten lie between these values: how unsure the number itself is.'],
] as const;
