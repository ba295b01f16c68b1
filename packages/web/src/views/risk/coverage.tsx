import { type CellState, type Coverage, type CoverageRow, coverageRows } from '@surety/core/rules';
import { Answered, Badge, Card, Empty, Table, ViewLink } from '../../kit/index.js';
import { useAnswer } from '../../workspace/index.js';
import type { PartProps } from './part-props.js';

/** Whether every subsystem, and every kind of interaction, was argued not to bring an outcome about, or dismissed with a reason. */
export function CoveragePart({ of, assessment }: PartProps) {
  const asked = useAnswer('coverage', null);
  const outcomes = assessment.outcomes.map(({ id }) => id);
  return (
    <Answered asked={asked} height={320} label="Looking at what is covered">
      {(coverage) => (
        <div className="stack">
          <Card title="Subsystem × outcome" aside={<Count cells={coverage.subsystems} />}>
            {of.system.length === 0 ? (
              <Empty title="No subsystem is named">
                <p>
                  Step 4 takes the system apart: name models, tools, monitors and people under <code>system:</code>, and
                  each is held against each outcome here.
                </p>
                <ViewLink view="text" params={{ section: 'system' }}>
                  Write it
                </ViewLink>
              </Empty>
            ) : (
              <Matrix
                caption="Subsystem × outcome"
                what="Subsystem"
                outcomes={outcomes}
                rows={coverageRows(coverage).subsystems}
              />
            )}
          </Card>
          <Card title="Kind of interaction × outcome" aside={<Count cells={coverage.interactions} />}>
            <Matrix
              caption="Kind of interaction × outcome"
              what="Kind of interaction"
              outcomes={outcomes}
              rows={coverageRows(coverage).interactions}
            />
          </Card>
        </div>
      )}
    </Answered>
  );
}

function Count({ cells }: { readonly cells: Coverage['subsystems'] | Coverage['interactions'] }) {
  const holes = [...cells].filter(({ state }) => state.kind === 'hole').length;
  return holes === 0 ? (
    <Badge tone="good">no hole</Badge>
  ) : (
    <Badge tone="bad">{holes === 1 ? '1 hole' : `${holes} holes`}</Badge>
  );
}

function Matrix({
  caption,
  what,
  outcomes,
  rows,
}: {
  readonly caption: string;
  /** What the rows are. */
  readonly what: string;
  readonly outcomes: readonly string[];
  readonly rows: readonly CoverageRow[];
}) {
  return (
    <Table
      caption={caption}
      columns={[
        { title: what, isHead: true, cell: (row) => row.what },
        ...outcomes.map((id, at) => ({ title: id, cell: ({ states }: CoverageRow) => <Cell state={states[at]} /> })),
      ]}
      rows={rows}
      keyOf={(row) => row.what}
    />
  );
}

function Cell({ state }: { readonly state: CellState | undefined }) {
  if (state === undefined) return null;
  if (state.kind === 'hole') return <Badge tone="bad">open</Badge>;
  if (state.kind === 'dismissed') {
    return (
      <>
        <Badge tone="plain">dismissed</Badge> <span className="soft">{state.because.join(' ')}</span>
      </>
    );
  }
  return (
    <>
      <Badge tone="good">argued</Badge>{' '}
      {state.by.map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <ViewLink view="argument" params={{ at: id }} className="id">
            {id}
          </ViewLink>
        </span>
      ))}
    </>
  );
}
