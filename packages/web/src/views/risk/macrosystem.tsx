import { formatDoubt } from '@surety/core/case';
import { type InteractionAssessment, type Macrosystem, type PartSet, partsInWords } from '@surety/core/macrosystem';
import { Answered, Badge, Card, type Column, Empty, Picture, Table, ViewLink } from '../../kit/index.js';
import { useAnswer } from '../../workspace/index.js';
import type { PartProps } from './part-props.js';

/** Which subsystems must misbehave together, and how each kind of interaction is settled. */
export function MacrosystemPart({ outcome }: PartProps) {
  const asked = useAnswer('macrosystem', null);
  const picture = useAnswer('systemPicture', { outcome: outcome.id });
  return (
    <Answered asked={asked} height={420} label="Looking at the macrosystem">
      {(found) =>
        found === null ? (
          <Empty title="No subsystem is named">
            <p>
              The macrosystem is everything that acts together: models, monitors, tools, people. Name its parts under{' '}
              <code>system:</code>, and say at each claim which <code>subsystem</code> it is about.
            </p>
            <ViewLink view="text" params={{ section: 'system' }}>
              Write it
            </ViewLink>
          </Empty>
        ) : (
          <div className="stack">
            <Sets found={found} id={outcome.id} />
            <Card title="The system">
              <Answered asked={picture} height={420} label="Drawing the system">
                {(drawn) => drawn !== null && <Picture drawn={drawn} />}
              </Answered>
            </Card>
            <Interactions rows={found.interactions.filter((one) => one.outcome === outcome.id)} />
          </div>
        )
      }
    </Answered>
  );
}

function Sets({ found, id }: { readonly found: Macrosystem; readonly id: string }) {
  const own = found.outcomes.find(({ outcome }) => outcome === id);
  const columns: readonly Column<PartSet>[] = [
    {
      title: 'All of these go wrong',
      by: ({ parts }) => partsInWords(parts),
      cell: ({ parts }) => partsInWords(parts),
    },
    { title: 'Parts', numeric: true, by: ({ parts }) => parts.length, cell: ({ parts }) => parts.length },
    {
      title: 'Declared',
      numeric: true,
      meaning: 'Doubt of the claim if only these can fail and all else holds',
      by: ({ doubt }) => upper(doubt?.declared),
      cell: ({ doubt }) => (doubt === undefined ? '' : formatDoubt(doubt.declared)),
    },
    {
      title: 'Independent',
      numeric: true,
      by: ({ doubt }) => upper(doubt?.independent),
      cell: ({ doubt }) => (doubt === undefined ? '' : formatDoubt(doubt.independent)),
    },
    {
      title: 'Bound',
      numeric: true,
      by: ({ doubt }) => upper(doubt?.bound),
      cell: ({ doubt }) => (doubt === undefined ? '' : formatDoubt(doubt.bound)),
    },
  ];
  return (
    <Card title="What must go wrong together">
      {own === undefined || own.sets.length === 0 ? (
        <p className="soft">No set of parts brings this outcome about in the argument as it stands.</p>
      ) : (
        <>
          <p className="soft">
            {own.count === undefined ? `${own.sets.length} minimal sets are listed` : `${own.count} minimal sets`}: of
            none can a part be left out. Their numbers overlap, so they do not add up.
          </p>
          <Table
            caption={`Sets of parts for ${id}`}
            columns={columns}
            rows={own.sets}
            keyOf={({ parts }) => partsInWords(parts)}
          />
        </>
      )}
    </Card>
  );
}

function upper(doubt: NonNullable<PartSet['doubt']>['declared'] | undefined): number {
  return doubt === undefined ? 0 : 'mean' in doubt ? doubt.mean : doubt.upper;
}

const byQuantity: Column<InteractionAssessment> = {
  title: 'Quantity',
  meaning: 'The quantity that says how probable it is',
  cell: ({ quantity }) =>
    quantity !== undefined && (
      <ViewLink view="text" params={{ section: 'quantities', id: quantity }}>
        {quantity}
      </ViewLink>
    ),
};

function Interactions({ rows }: { readonly rows: readonly InteractionAssessment[] }) {
  const columns: readonly Column<InteractionAssessment>[] = [
    { title: 'Kind of interaction', by: ({ kind }) => kind, cell: ({ kind }) => kind },
    {
      title: 'Settled by',
      cell: ({ arguedBy, dismissed }) =>
        arguedBy !== undefined ? (
          <>
            <Badge tone="good">argued</Badge>{' '}
            <ViewLink view="argument" params={{ at: arguedBy }}>
              {arguedBy}
            </ViewLink>
          </>
        ) : dismissed !== undefined ? (
          <>
            <Badge tone="plain">dismissed</Badge> <span className="soft">{dismissed}</span>
          </>
        ) : (
          <Badge tone="bad">open</Badge>
        ),
    },
    ...(rows.some(({ quantity }) => quantity !== undefined) ? [byQuantity] : []),
  ];
  return (
    <Card title="Interactions">
      {rows.length === 0 ? (
        <p className="soft">No interaction is argued or dismissed yet: see Coverage.</p>
      ) : (
        <Table caption="Interactions" columns={columns} rows={rows} keyOf={({ kind }) => kind} />
      )}
    </Card>
  );
}
