import type { CaseDiff } from '@surety/core/diff';
import { isSame } from '@surety/core/diff';
import type { ReactNode } from 'react';
import { Badge, Card, Skeleton, ViewLink } from '../../kit/index.js';
import { useChanged } from './use-changed.js';

const mostElements = 6;

/** What changed since the last accepted revision, and what that did to the verdicts. */
export function Changed() {
  const changed = useChanged();
  const title = 'since' in changed ? `Since ${changed.since}` : 'Since it was last accepted';
  return (
    <Card title={title} aside={<ViewLink view="compare">Compare</ViewLink>}>
      <Body changed={changed} />
    </Card>
  );
}

function Body({ changed }: { readonly changed: ReturnType<typeof useChanged> }): ReactNode {
  if (changed.state === 'waiting') return <Skeleton height={96} label="Comparing" />;
  if (changed.state === 'same') return <p className="soft">Nothing changed.</p>;
  if (changed.state === 'none') return <p className="soft">{changed.why}</p>;
  const { compared } = changed;
  if (compared.kind === 'unreadable') return <p className="soft">{compared.why}</p>;
  const { diff, assessment } = compared;
  const moved = assessment?.outcomes.filter(
    ({ verdict, number }) => verdict !== 'same' || (number !== undefined && number.move !== 'same'),
  );
  if (isSame(diff) && (moved === undefined || moved.length === 0)) {
    return <p className="soft">Nothing in the argument changed.</p>;
  }
  const touched = diff.elements.filter(({ change }) => change !== 'moved');
  return (
    <div className="ov-list">
      <ul className="ov-list">
        {(moved ?? []).map(({ id, sentence, worse, verdict }) => (
          <li key={id}>
            <Badge tone={worse ? 'bad' : verdict === 'same' ? 'plain' : 'good'}>{worse ? 'worse' : 'changed'}</Badge>{' '}
            {sentence}
          </li>
        ))}
        {moved?.length === 0 && <li className="soft">No verdict and no number of a verdict moved.</li>}
      </ul>
      <p className="soft">{countsOf(diff)}</p>
      <p>
        {touched.slice(0, mostElements).map(({ id, change }, at) => (
          <span key={id}>
            {at > 0 && ', '}
            {change === 'removed' ? (
              <del>{id}</del>
            ) : (
              <ViewLink view="argument" params={{ at: id }}>
                {change === 'added' ? `+ ${id}` : id}
              </ViewLink>
            )}
          </span>
        ))}
        {touched.length > mostElements && ` and ${touched.length - mostElements} more`}
      </p>
    </div>
  );
}

function countsOf({ elements, links, entries, fields }: CaseDiff): string {
  const count = (kind: string) => elements.filter(({ change }) => change === kind).length;
  const parts = [
    [count('added'), 'added'],
    [count('removed'), 'removed'],
    [count('changed'), 'changed'],
    [count('moved'), 'moved'],
  ] as const;
  const said = parts.flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`]));
  const other = entries.length + fields.length;
  return [
    `Elements: ${said.length === 0 ? 'as they were' : said.join(', ')}`,
    ...(links.length === 0 ? [] : [`${links.length} ${links.length === 1 ? 'link' : 'links'}`]),
    ...(other === 0 ? [] : [`${other} ${other === 1 ? 'other statement' : 'other statements'}`]),
  ].join('; ');
}
