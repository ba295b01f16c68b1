import { formatProbability } from '@surety/core/case';
import type { CutSetAssessment, CutSets } from '@surety/core/doubt';
import { useMemo } from 'react';
import { Card, type Column, Empty, Table, ViewLink } from '../../kit/index.js';
import { textOfLeaf } from '../../trace/index.js';
import { LeafLink } from './leaf-link.js';
import type { PartProps } from './part-props.js';

/** What must be wrong together for the claim to fail, likeliest first. */
export function CutSetsPart({ of, assessment, outcome }: PartProps) {
  const { cutSets, claim } = outcome;
  const columns = useMemo((): readonly Column<CutSetAssessment>[] => {
    const members: Column<CutSetAssessment> = {
      title: 'All of these are wrong',
      by: ({ elements }) => elements.join(' '),
      cell: ({ elements }) => (
        <ul>
          {elements.map((leaf) => (
            <li key={leaf}>
              <LeafLink leaf={leaf} assessment={assessment} />{' '}
              <span className="soft">{textOfLeaf(of, assessment, leaf)}</span>
            </li>
          ))}
        </ul>
      ),
    };
    return [
      members,
      {
        title: 'Members',
        numeric: true,
        by: ({ elements }) => elements.length,
        cell: ({ elements }) => elements.length,
      },
      {
        title: 'Probability',
        numeric: true,
        meaning: 'That all of them fail together, with the dependence that the case declares',
        by: ({ probability }) => probability ?? 0,
        cell: ({ probability }) => (probability === undefined ? '' : formatProbability(probability)),
      },
      {
        title: 'Show',
        cell: ({ elements }) => (
          <ViewLink view="argument" params={{ at: claim, cutset: elements.join(',') }}>
            in the argument
          </ViewLink>
        ),
      },
    ];
  }, [of, assessment, claim]);
  if (cutSets === undefined || cutSets.top.length === 0) {
    return (
      <Empty title="There is no cut set">
        <p>Nothing that the argument rests on can fail, or the outcome has no claim yet.</p>
      </Empty>
    );
  }
  return (
    <Card title={headOf(cutSets)}>
      <p className="soft">
        The claim fails if everything in one of these sets is wrong. {ordersOf(cutSets)}
        {!cutSets.topIsProved && ' A set as likely as those listed may be missing: a limit was met.'}
      </p>
      <Table
        caption={`Cut sets of ${outcome.id}`}
        columns={columns}
        rows={cutSets.top}
        keyOf={({ elements }) => elements.join(' ')}
      />
    </Card>
  );
}

function headOf({ count, top }: CutSets): string {
  if (count === undefined) return `The ${top.length} likeliest cut sets`;
  return count === String(top.length) ? `${count} cut sets` : `The ${top.length} likeliest of ${count} cut sets`;
}

function ordersOf({ byOrder }: CutSets): string {
  const said = (byOrder ?? []).flatMap((count, at) => (count === '0' ? [] : [`${count} of ${at + 1}`]));
  return said.length === 0 ? '' : `By number of members: ${said.join(', ')}.`;
}
