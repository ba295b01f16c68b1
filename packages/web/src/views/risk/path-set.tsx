import { formatDoubt, formatProbability } from '@surety/core/case';
import type { Doubt } from '@surety/core/doubt';
import { Card, type Column, Empty, Table } from '../../kit/index.js';
import { textOfLeaf } from '../../trace/index.js';
import { LeafLink } from './leaf-link.js';
import type { PartProps } from './part-props.js';

/** The leaves that carry the claim by themselves, whatever the dependence between them. */
export function PathSetPart({ of, assessment, outcome }: PartProps) {
  const { pathSet, doubt } = outcome;
  if (pathSet.length === 0) {
    return (
      <Empty title="Nothing carries the claim by itself">
        <p>A path set is what suffices for the claim if all of it holds. An undeveloped claim has none yet.</p>
      </Empty>
    );
  }
  const doubtOf = (leaf: string) => assessment.leaves.find(({ id }) => id === leaf)?.doubt;
  const columns: readonly Column<string>[] = [
    { title: 'Leaf', by: (leaf) => leaf, cell: (leaf) => <LeafLink leaf={leaf} assessment={assessment} /> },
    { title: 'What it says', cell: (leaf) => textOfLeaf(of, assessment, leaf) },
    {
      title: 'Doubt',
      numeric: true,
      by: (leaf) => meanOf(doubtOf(leaf)),
      cell: (leaf) => {
        const own = doubtOf(leaf);
        return own === undefined ? '' : formatDoubt(own);
      },
    },
  ];
  const ordered = [...pathSet].sort((a, b) => meanOf(doubtOf(b)) - meanOf(doubtOf(a)));
  const sum = pathSet.reduce((total, leaf) => total + meanOf(doubtOf(leaf)), 0);
  return (
    <Card title={pathSet.length === 1 ? 'One leaf carries it' : `${pathSet.length} leaves carry it by themselves`}>
      <p className="soft">
        If all of these hold, the claim holds, whatever else is wrong.
        {doubt !== undefined &&
          ` Their doubts add up to ${formatProbability(Math.min(1, sum))}, which is the bound whatever the dependence (${formatDoubt(doubt.bound)}).`}
      </p>
      <Table caption={`Path set of ${outcome.id}`} columns={columns} rows={ordered} keyOf={(leaf) => leaf} />
    </Card>
  );
}

function meanOf(doubt: Doubt | undefined): number {
  return doubt === undefined ? 0 : 'mean' in doubt ? doubt.mean : doubt.upper;
}
