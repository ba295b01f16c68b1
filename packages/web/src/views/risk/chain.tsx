import { formatProbability } from '@surety/core/case';
import { cautions, type Generation } from '@surety/core/chain';
import { Answered, Badge, Card, type Column, Empty, Picture, Table, ViewLink } from '../../kit/index.js';
import { useAnswer } from '../../workspace/index.js';

const columns: readonly Column<Generation>[] = [
  {
    title: 'Generation',
    by: ({ id }) => id,
    cell: ({ id, title }) => (
      <>
        {id} <span className="soft">{title}</span>
      </>
    ),
  },
  { title: 'Adds', numeric: true, by: ({ own }) => own, cell: ({ own }) => formatProbability(own) },
  {
    title: 'Takes over',
    numeric: true,
    by: ({ inherited }) => inherited,
    cell: ({ inherited }) => formatProbability(inherited),
  },
  { title: 'Doubt', numeric: true, by: ({ doubt }) => doubt, cell: ({ doubt }) => formatProbability(doubt) },
  {
    title: 'Threshold',
    numeric: true,
    cell: ({ threshold }) => (threshold === undefined ? 'none' : formatProbability(threshold)),
  },
  {
    title: 'Verdict',
    cell: ({ verdict }) => (
      <Badge tone={verdict === 'supported' ? 'good' : verdict === 'not supported' ? 'bad' : 'plain'}>{verdict}</Badge>
    ),
  },
];

/** How doubt adds up from generation to generation, where each case cites the claim of the one before. */
export function ChainPart() {
  const asked = useAnswer('chain', null);
  return (
    <Answered asked={asked} height={420} label="Following the chain">
      {(found) =>
        found === null ? (
          <Empty title="This case stands in no chain">
            <p>
              Where each generation of a system oversees the training of the next, its case cites the claim of the case
              before under <code>chain:</code>, and argues the step between them. Doubt adds up along the way.
            </p>
            <ViewLink view="text" params={{ section: 'chain' }}>
              Write it
            </ViewLink>
          </Empty>
        ) : (
          <Card title="Generations">
            <p>
              {found.chain.holding} of {found.chain.generations.length} generations stay under their thresholds.
              {found.chain.room !== undefined && ` As many more as the last one would fit: ${found.chain.room}.`}
            </p>
            <Picture drawn={found.picture} />
            <Table caption="Generations" columns={columns} rows={found.chain.generations} keyOf={({ name }) => name} />
            <ul className="soft">
              {cautions(found.chain.generations).map((text) => (
                <li key={text}>{text}.</li>
              ))}
            </ul>
          </Card>
        )
      }
    </Answered>
  );
}
