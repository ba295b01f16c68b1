import { type Case, formatProbability } from '@surety/core/case';
import type { Assessment, Change, LeafId, OutcomeAssessment } from '@surety/core/doubt';
import { formatShare } from '@surety/core/report';
import type { ReactNode } from 'react';
import { ViewLink } from '../../kit/index.js';
import { placeOfLeaf, textOfLeaf } from '../../trace/index.js';

const mostLeaves = 2;
const mostChanges = 1;

interface About {
  readonly of: Case;
  readonly assessment: Assessment;
}

/** The leaves that carry most of the doubt, the likeliest way to be wrong, and what would turn the verdict: a line each. */
export function RestsOn({ outcome, of, assessment }: About & { readonly outcome: OutcomeAssessment }) {
  const { id, importance, cutSets, pathSet, wouldChange } = outcome;
  const leaves = importance.filter(({ fussellVesely }) => fussellVesely > 0).slice(0, mostLeaves);
  const set = cutSets?.top[0];
  return (
    <dl className="ov-rests">
      {leaves.length > 0 && (
        <Line title="Rests most on">
          {leaves.map(({ leaf, fussellVesely }) => (
            <dd key={leaf}>
              <ViewLink view="risk" params={{ part: 'importance', outcome: id }} className="number">
                {formatShare(fussellVesely)}
              </ViewLink>{' '}
              <LeafLink leaf={leaf} assessment={assessment} of={of} words />
            </dd>
          ))}
        </Line>
      )}
      {set !== undefined && set.elements.length > 0 && (
        <Line title={`Likeliest to fail by${cutSets?.count === undefined ? '' : `, of ${cutSets.count} ways`}`}>
          <dd>
            {set.probability !== undefined && (
              <>
                <ViewLink view="risk" params={{ part: 'cut-sets', outcome: id }} className="number">
                  {formatProbability(set.probability)}
                </ViewLink>{' '}
              </>
            )}
            {set.elements.map((leaf, at) => (
              <span key={leaf}>
                {at > 0 && ' and '}
                <LeafLink leaf={leaf} assessment={assessment} of={of} />
              </span>
            ))}
            {pathSet.length > 0 && (
              <span className="soft">
                ; carried by{' '}
                <ViewLink view="risk" params={{ part: 'path-set', outcome: id }}>
                  {pathSet.length === 1 ? 'one leaf alone' : `${pathSet.length} leaves by themselves`}
                </ViewLink>
              </span>
            )}
          </dd>
        </Line>
      )}
      {wouldChange.length > 0 && (
        <Line title="Would change it">
          {wouldChange.slice(0, mostChanges).map((change) => (
            <dd key={change.text} title={change.text}>
              <ChangeLine change={change} assessment={assessment} />
            </dd>
          ))}
        </Line>
      )}
    </dl>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      {children}
    </div>
  );
}

function LeafLink({ leaf, assessment, of, words }: About & { readonly leaf: LeafId; readonly words?: boolean }) {
  const { view, params } = placeOfLeaf(assessment, leaf);
  const text = textOfLeaf(of, assessment, leaf);
  return (
    <>
      <ViewLink view={view} params={params} title={text}>
        {leaf}
      </ViewLink>
      {words === true && <span className="soft"> {text}</span>}
    </>
  );
}

function ChangeLine({ change, assessment }: { readonly change: Change; readonly assessment: Assessment }) {
  const { text, leaf, element } = change;
  if (leaf === undefined && element === undefined) return text;
  const { view, params } =
    leaf === undefined ? placeOfLeaf(assessment, element!) : ({ view: 'what-if', params: { leaf } } as const);
  return (
    <ViewLink view={view} params={params} className="quiet-link">
      {text}
    </ViewLink>
  );
}
