import { fromLiterature } from '../../catalogue/index.js';
import { type ParetoFront, paretoFront } from '../../statistics/index.js';
import type { Calculator, ResultRow, TableRow } from '../calculator.js';
import { anyNumber } from '../parameter.js';
import { example } from '../rows.js';

export const pareto: Calculator = {
  name: 'pareto',
  title: 'Protocols as points of usefulness and safety: which of them no other one beats',
  topic: 'control',
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
  formula: ['A protocol is beaten by one that is at least as useful and as safe, and better in one of the two.'],
  source: fromLiterature('usefulness and safety of control protocols', 'Greenblatt et al. 2024, arXiv 2312.06942'),
  cautions: ['Differences that lie within the error of the measurements decide nothing.'],
  examples: [
    example(
      { points: 'examples/control/protocols.csv' },
      {
        front: 'trusted monitoring; trusted editing 10 %; trusted editing 20 %; defer 50 %',
        leftOut: 'upfront auditing',
      },
      'T9: the points are published, the comparison is worked out',
    ),
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
