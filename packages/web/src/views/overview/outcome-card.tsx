import { type Case, formatAgainst, formatDoubt, formatProbability, isNarrow } from '@surety/core/case';
import type { Assessment, OutcomeAssessment } from '@surety/core/doubt';
import { type Domain, plotOf } from '@surety/core/report';
import { useId } from 'react';
import { DoubtPlot, toneOfVerdict, VerdictBadge, ViewLink } from '../../kit/index.js';
import { RestsOn } from './rests-on.js';

/** An outcome: its verdict, its doubt against the threshold, why, and what it rests on. */
export function OutcomeCard({
  outcome,
  of,
  assessment,
  domain,
}: {
  readonly outcome: OutcomeAssessment;
  readonly of: Case;
  readonly assessment: Assessment;
  readonly domain: Domain | undefined;
}) {
  const heading = useId();
  const { id, text, verdict, statement, claim } = outcome;
  const plot = domain === undefined ? undefined : plotOf(outcome, domain, formatProbability);
  return (
    <article className={`card ov-outcome ${toneOfVerdict[verdict]}`} aria-labelledby={heading}>
      <div className="ov-said">
        <div className="ov-name">
          <h2 id={heading}>
            <ViewLink view="argument" params={{ at: claim }} className="quiet-link">
              {id}
            </ViewLink>
          </h2>
          <VerdictBadge verdict={verdict} />
        </div>
        <p>{text}</p>
        <Against outcome={outcome} />
        {statement !== verdict && <p>{capital(statement)}.</p>}
        <Blockers outcome={outcome} />
      </div>
      <div className="ov-drawn">
        {plot !== undefined && <DoubtPlot plot={plot} />}
        <ThreeNumbers outcome={outcome} />
      </div>
      <RestsOn outcome={outcome} of={of} assessment={assessment} />
    </article>
  );
}

const mostBlockers = 2;

/** What blocks the verdict whatever the number; each leads to where it can be lifted. */
function Blockers({ outcome: { reasons } }: { readonly outcome: OutcomeAssessment }) {
  const blockers = reasons.filter(({ blocks }) => blocks);
  return (
    <>
      {blockers.slice(0, mostBlockers).map(({ code, text, element, evidence }) => (
        <p key={`${code} ${element ?? evidence ?? text}`} className="ov-blocker">
          <span aria-hidden="true">■ </span>
          <span className="visually-hidden">Blocks: </span>
          {element !== undefined ? (
            <ViewLink view={code === 'challenge-open' ? 'review' : 'argument'} params={{ at: element }}>
              {text}
            </ViewLink>
          ) : evidence !== undefined ? (
            <ViewLink view="evidence" params={{ at: evidence }}>
              {text}
            </ViewLink>
          ) : (
            text
          )}
        </p>
      ))}
      {blockers.length > mostBlockers && <p className="soft">and {blockers.length - mostBlockers} more that block</p>}
    </>
  );
}

/** The number of the verdict and what it is held against; each leads to where it comes from. */
function Against({ outcome: { number, threshold, claim, id } }: { readonly outcome: OutcomeAssessment }) {
  if (threshold === undefined) {
    return (
      <p>
        No threshold is stated.{' '}
        <ViewLink view="text" params={{ section: 'outcomes' }}>
          State one
        </ViewLink>
      </p>
    );
  }
  const limit = formatProbability(threshold.probability);
  return (
    <p className="ov-against">
      {number === undefined ? (
        <span className="soft">No number is shown; </span>
      ) : (
        <>
          <ViewLink view="argument" params={{ at: claim, doubt: '1' }} className="number ov-number">
            <span className="visually-hidden">Doubt </span>
            {formatAgainst(number, threshold.probability)}
          </ViewLink>{' '}
          <span className="soft">{standing(number, threshold)} the</span>{' '}
        </>
      )}
      <span className="soft">threshold of</span>{' '}
      <ViewLink view="text" params={{ section: 'outcomes', id }} className="number">
        {limit}
      </ViewLink>
      <span className="soft">
        {' '}
        per window
        {threshold.criterion !== 'mean' &&
          ` (asked of its ${threshold.criterion === 'p95' ? '95\u00a0% point' : 'middle value'} too)`}
      </span>
    </p>
  );
}

/** Where the number stands. Beside a percentile, which may stand elsewhere, it is not called narrow. */
function standing(number: number, { probability, criterion }: NonNullable<OutcomeAssessment['threshold']>): string {
  if (number > probability) return 'above';
  return criterion === 'mean' && isNarrow(number, probability) ? 'only just within' : 'within';
}

const names = [
  [
    'declared',
    '●',
    'Declared',
    'With the dependence that the case declares. This number is held against the threshold.',
  ],
  ['independent', '○', 'Independent', 'As if all leaves failed independently of each other. For comparison.'],
  ['bound', '◆', 'Bound', 'Whatever the dependence: no less can be shown without what is said about common causes.'],
] as const;

function ThreeNumbers({ outcome: { doubt, claim } }: { readonly outcome: OutcomeAssessment }) {
  if (doubt === undefined) return null;
  return (
    <dl className="ov-three">
      {names.map(([name, sign, word, meaning]) => (
        <div key={name} title={meaning}>
          <dt>
            <span aria-hidden="true" className={`mark-${name}`}>
              {sign}{' '}
            </span>
            {word}
          </dt>
          <dd>
            <ViewLink view="argument" params={{ at: claim, doubt: '1' }} className="number">
              {formatDoubt(doubt[name])}
            </ViewLink>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
