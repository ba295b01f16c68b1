import type { HorizonAxis } from '@surety/core/case';
import { axisNumber, type Flip, flipWords, type Horizon, type OutcomeHorizon } from '@surety/core/horizon';
import { Badge, Button, Card, type Column, Picture, Table, ViewLink } from '../../kit/index.js';
import { useLongAnswer } from '../../workspace/index.js';
import { LongWork } from './long-work.js';

const axes: readonly (readonly [HorizonAxis, string, string])[] = [
  ['capability', 'Capability', 'how capable the models are'],
  ['instances', 'Instances', 'how many run at a time'],
  ['tasks', 'Tasks', 'how many tasks in the window'],
  ['window', 'Window', 'how many days it lasts'],
];

/** Up to where the verdicts hold along what the case depends on, and what gives way there. */
export function HorizonPart() {
  const long = useLongAnswer('horizon', { goesOn: true });
  const { asked } = long;
  const axis = long.args?.axis;
  return (
    <Card title="How far the verdicts hold">
      <p className="soft">
        Every verdict is computed again at many values of one axis, with everything else as the text has it. Choose what
        is moved.
      </p>
      <div className="row">
        {axes.map(([name, title, meaning]) => (
          <Button
            key={name}
            look={name === axis ? 'primary' : undefined}
            aria-label={`${title}: ${meaning}`}
            onPress={() => long.run({ axis: name })}
          >
            {title}
          </Button>
        ))}
      </div>
      <LongWork long={long} words="Moving along the axis" again={() => axis !== undefined && long.run({ axis })} />
      {asked.state === 'ready' &&
        (asked.value.kind === 'problem' ? (
          <p>
            {capital(asked.value.problem.message)}.
            {asked.value.problem.expected !== undefined && ` ${asked.value.problem.expected}`}
          </p>
        ) : (
          <div className="stack">
            <Picture drawn={asked.value.picture} />
            <Flips horizon={asked.value.horizon} />
            <ul className="soft">
              {asked.value.horizon.notes.map(({ text }) => (
                <li key={text}>{text}.</li>
              ))}
            </ul>
          </div>
        ))}
    </Card>
  );
}

function Flips({ horizon }: { readonly horizon: Horizon }) {
  const columns: readonly Column<OutcomeHorizon>[] = [
    { title: 'Outcome', isHead: true, cell: ({ id }) => id },
    {
      title: `At ${axisNumber(horizon.from)}`,
      cell: ({ points, standing }) => (
        <>
          {points[0]?.apart ?? ''}
          {standing.length > 0 && (
            <div>
              <Badge tone="open">apart from what blocks</Badge>
            </div>
          )}
        </>
      ),
    },
    {
      title: 'Turns',
      cell: ({ flips }) =>
        flips.length === 0 ? 'nowhere here' : flips.map((flip) => <div key={flip.low}>{flipWords(flip)}</div>),
    },
    {
      title: 'Gives way',
      cell: ({ flips }) =>
        flips.flatMap(({ becauseOf }) => becauseOf).map((cause) => <Cause key={JSON.stringify(cause)} cause={cause} />),
    },
  ];
  return <Table caption="Where verdicts turn" columns={columns} rows={horizon.outcomes} keyOf={({ id }) => id} />;
}

function Cause({ cause }: { readonly cause: Flip['becauseOf'][number] }) {
  const at = cause.kind === 'limit' ? cause.element : cause.kind === 'leaf' ? cause.leaf : cause.reason.element;
  if (at === undefined) return <div>{cause.kind === 'blocker' && cause.reason.text}</div>;
  return (
    <div>
      <ViewLink view="argument" params={{ at: at.replace(/\.(inference|holdsUntil)$/, '') }}>
        {at}
      </ViewLink>
    </div>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
