import type { Commit } from '@surety/server/api';
import { Button, Card, Empty, Skeleton, ViewLink } from '../../kit/index.js';
import { useActivity } from './use-activity.js';

const mostFiles = 4;

/** Who changed the case, when and what, as git knows it. */
export function Activity() {
  const { commits, more, why, isLoading, loadMore } = useActivity();
  if (commits === undefined && why === undefined) return <Skeleton height={320} label="Reading the history" />;
  if (commits === undefined || commits.length === 0) {
    return (
      <Empty title="There is no history">
        <p>{why ?? 'No commit touched this folder yet.'}</p>
        <p>
          Keep the folder in git: who changed what, when and why then stands here, and any two states can be compared.
        </p>
      </Empty>
    );
  }
  return (
    <Card title="Changes of the folder, newest first">
      <ul className="review-list">
        {commits.map((commit, at) => (
          <One key={commit.hash} commit={commit} isFirst={!more && at === commits.length - 1} />
        ))}
      </ul>
      {more && (
        <Button isPending={isLoading} onPress={loadMore}>
          Earlier ones
        </Button>
      )}
      {why !== undefined && (
        <p className="refused" role="alert">
          {why}
        </p>
      )}
    </Card>
  );
}

function One({
  commit: { hash, author, date, subject, files },
  isFirst,
}: {
  readonly commit: Commit;
  /** There is nothing before it to compare it with. */
  readonly isFirst: boolean;
}) {
  return (
    <li>
      <div className="row">
        <strong>{subject}</strong>
        <code className="soft">{hash.slice(0, 8)}</code>
      </div>
      <p className="soft">
        {author}, <span className="number">{date.slice(0, 16).replace('T', ' ')}</span>:{' '}
        {files.slice(0, mostFiles).join(', ')}
        {files.length > mostFiles && ` and ${files.length - mostFiles} more`}
      </p>
      <p>
        {isFirst ? (
          <span className="soft">The first one</span>
        ) : (
          <ViewLink view="compare" params={{ from: `${hash}^`, to: hash }}>
            What it changed<span className="visually-hidden"> ({subject})</span>
          </ViewLink>
        )}
      </p>
    </li>
  );
}
