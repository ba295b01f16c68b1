import { measureWords } from '@surety/core/report';
import { Badge, type Column, Table, ViewLink } from '../../kit/index.js';
import { LineText } from './line-text.js';
import { attestationWords, type EvidenceRow, shortModel } from './rows.js';
import { StateBadges } from './state-badges.js';

const mostCited = 3;

const columns: readonly Column<EvidenceRow>[] = [
  {
    title: 'Evidence',
    by: ({ id }) => id,
    cell: ({ id }) => (
      <ViewLink view="evidence" params={{ at: id }}>
        {id}
      </ViewLink>
    ),
  },
  {
    title: 'State',
    by: ({ assessed }) => (assessed?.states ?? []).map(({ state }) => state).join(' '),
    cell: ({ assessed }) => <StateBadges assessed={assessed} />,
  },
  {
    title: 'Counted',
    meaning:
      'How many of the trials met what is counted, with flawed trials in the way that hurts most; below it, which event that is',
    cell: ({ assessed, evidence: { measure } }) => (
      <div className="ev-counts">
        {assessed?.counts ?? <span className="soft">nothing was counted</span>}
        {measure !== undefined && (
          <div className="soft">
            <LineText line={measureWords(measure)} />
          </div>
        )}
      </div>
    ),
  },
  {
    title: 'Model',
    by: ({ evidence: { about } }) => `${about?.subsystem ?? ''} ${about?.model ?? ''}`,
    cell: ({ evidence: { about } }) => (
      <>
        {about?.subsystem}
        {about?.model !== undefined && (
          <span className="soft" title={about.model}>
            {about.subsystem === undefined ? '' : ', '}
            {shortModel(about.model)}
          </span>
        )}
      </>
    ),
  },
  {
    title: 'Collected',
    by: ({ evidence: { collected } }) => collected ?? '',
    cell: ({ evidence: { collected } }) => <span className="number">{collected}</span>,
  },
  {
    title: 'Expires',
    by: ({ evidence: { expires } }) => expires ?? '9999',
    cell: ({ evidence: { expires }, beforeEnd }) =>
      expires === undefined ? (
        <span className="soft">not stated</span>
      ) : (
        <div className="ev-states">
          <span className="number">{expires}</span>
          {beforeEnd && <Badge tone="open">before the window ends</Badge>}
        </div>
      ),
  },
  {
    title: 'Cited by',
    meaning: 'Elements whose doubt comes from it, by a requirement or through quantities',
    by: ({ citedBy }) => citedBy.join(' '),
    cell: ({ citedBy }) => <Cited ids={citedBy} />,
  },
  {
    title: 'Attestation',
    by: attestationWords,
    cell: (row) => (
      <span className={row.evidence.attestation === undefined ? 'soft' : ''}>{attestationWords(row)}</span>
    ),
  },
];

export function EvidenceTable({ rows }: { readonly rows: readonly EvidenceRow[] }) {
  return <Table caption="Evidence of the case" columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function Cited({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return <span className="soft">nothing</span>;
  return (
    <ul className="ev-cited">
      {ids.slice(0, mostCited).map((id) => (
        <li key={id}>
          <ViewLink view="argument" params={{ at: id }}>
            {id}
          </ViewLink>
        </li>
      ))}
      {ids.length > mostCited && <li className="soft">and {ids.length - mostCited} more</li>}
    </ul>
  );
}
