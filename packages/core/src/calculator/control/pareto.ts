import { type ParetoFront, paretoFront } from '../../statistics/index.js';
import type { Arithmetic, ResultRow, TableRow } from '../calculator.js';
import { anyNumber } from '../parameter.js';

export const pareto: Arithmetic = {
  name: 'pareto',
  pictured: true,
  parameters: [
    {
      kind: 'table',
      name: 'points',
      text: 'a protocol a row',
      // Each is held against every other.
      most: 2000,
      columns: [
        { name: 'protocol', text: 'its name' },
        { name: 'usefulness', text: 'more is better, one unit for all', range: anyNumber, optional: true },
        { name: 'safety', text: 'more is better, one unit for all', range: anyNumber },
      ],
    },
  ],
  functions: [],
  compute: ({ points }) => {
    const front = paretoFront(
      (points as readonly TableRow[]).map(({ protocol, usefulness, safety }) => ({
        name: protocol as string,
        ...(usefulness === undefined ? {} : { usefulness: usefulness as number }),
        safety: safety as number,
      })),
    );
    return {
      rows: rowsOf(front),
      warnings: [],
      picture: { kind: 'pareto', front, title: 'Usefulness and safety of protocols' },
    };
  },
};

function rowsOf({ front, dominated, leftOut }: ParetoFront): readonly ResultRow[] {
  const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name).join('; ');
  return [
    { name: 'front', value: names(front), text: 'Protocols that no other one beats, by rising safety.' },
    ...dominated.map(({ point, by }) => ({
      name: point.name,
      value: `beaten by ${names(by)}`,
      text: 'At least as useful and as safe, and better in one of the two.',
    })),
    ...(leftOut.length === 0
      ? []
      : [
          { name: 'leftOut', value: names(leftOut), text: 'Protocols without a usefulness, which cannot be compared.' },
        ]),
  ];
}
