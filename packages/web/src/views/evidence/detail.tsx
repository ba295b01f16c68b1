import { Answered, Card, ViewLink } from '../../kit/index.js';
import { useAnswer } from '../../workspace/index.js';
import { Provenance } from './provenance.js';
import type { EvidenceRow } from './rows.js';
import { Samples } from './samples.js';
import { StateBadges } from './state-badges.js';
import { Counted } from './trials.js';

/** One piece of evidence: whether it can be relied on, where it is from, what was counted, and texts to read. */
export function Detail({ row, rows }: { readonly row: EvidenceRow; readonly rows: readonly EvidenceRow[] }) {
  const { id, assessed } = row;
  const measured = useAnswer('measured', { evidence: id });
  const at = rows.findIndex((one) => one.id === id);
  const isMissing = assessed?.states.some(({ state }) => state === 'missing') === true;
  const [before, after] = [rows[at - 1], rows[at + 1]];
  return (
    <div className="view ev-view">
      <nav className="row" aria-label="Evidence">
        <ViewLink view="evidence">All evidence</ViewLink>
        <span className="ev-push" />
        {before !== undefined && (
          <ViewLink view="evidence" params={{ at: before.id }}>
            ← {before.id}
          </ViewLink>
        )}
        {after !== undefined && (
          <ViewLink view="evidence" params={{ at: after.id }}>
            {after.id} →
          </ViewLink>
        )}
      </nav>
      <h1>Evidence {id}</h1>
      <StateBadges assessed={assessed} words />
      <div className="ev-columns">
        <div className="stack">
          <Answered asked={measured} height={320} label="Reading what was counted">
            {(value) =>
              value === null ? (
                <Card title="Trials">
                  <p>
                    Nothing was counted:{' '}
                    {row.evidence.measure === undefined ? 'it states no measure.' : 'see its state.'}
                  </p>
                </Card>
              ) : (
                <Counted row={row} measured={value} />
              )
            }
          </Answered>
          <Unproved row={row} />
        </div>
        <div className="stack">
          <Provenance row={row} />
          <Rests row={row} />
        </div>
      </div>
      {!isMissing && <Samples key={id} id={id} />}
      <CitedTrials row={row} />
    </div>
  );
}

function Unproved({ row: { assessed } }: { readonly row: EvidenceRow }) {
  const unproved = assessed?.unproved ?? [];
  if (unproved.length === 0) return null;
  return (
    <Card title="What the numbers do not prove">
      <ul className="ev-bullets">
        {unproved.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Card>
  );
}

function Rests({ row: { leaves, citedBy } }: { readonly row: EvidenceRow }) {
  return (
    <Card title="What rests on it">
      {citedBy.length === 0 && (
        <p className="soft">
          Nothing does. Name it as the <code>evidence</code> of a solution, or draw a quantity from it.
        </p>
      )}
      <ul className="ev-bullets">
        {citedBy.map((element) => {
          const quantities = leaves.filter((leaf) => leaf.element === element).flatMap((leaf) => leaf.quantities);
          return (
            <li key={element}>
              <ViewLink view="argument" params={{ at: element }}>
                {element}
              </ViewLink>
              {quantities.length > 0 && <span className="soft"> through {[...new Set(quantities)].join(', ')}</span>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function CitedTrials({ row: { assessed } }: { readonly row: EvidenceRow }) {
  const cited = assessed?.cited ?? [];
  if (cited.length === 0) return null;
  return (
    <Card title="Trials that the case cites">
      <p className="soft">
        Picked to be read by anybody; the digest is of the transcript, as <code>surety evidence sample</code> gives it.
      </p>
      <ul className="ev-bullets">
        {cited.map(({ digest, sample, epoch }) => (
          <li key={digest}>
            {sample}
            {epoch === 1 ? '' : `, epoch ${epoch}`} <code className="ev-break soft">{digest}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
