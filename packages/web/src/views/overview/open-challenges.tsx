import type { LoggedChallenge } from '@surety/core/steps';
import { Answered, Badge, Card, ViewLink } from '../../kit/index.js';
import { useAnswer } from '../../workspace/index.js';

const most = 4;

/** What was said against the case and is not settled. */
export function OpenChallenges() {
  const asked = useAnswer('challenges', null);
  return (
    <Card title="Open challenges" aside={<ViewLink view="review">All challenges</ViewLink>}>
      <Answered asked={asked} height={72} label="Looking for challenges">
        {(all) => {
          const open = all.filter(({ status }) => status === 'open');
          if (all.length === 0) {
            return (
              <p className="soft">
                Nobody has challenged the case yet. One that was never attacked has not been tried: raise a challenge
                against any element of the argument.
              </p>
            );
          }
          if (open.length === 0) return <p className="soft">None of {all.length}: each is answered or accepted.</p>;
          return (
            <ul className="ov-list">
              {open.slice(0, most).map((challenge) => (
                <One key={challenge.id} challenge={challenge} />
              ))}
              {open.length > most && <li className="soft">and {open.length - most} more</li>}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}

function One({ challenge: { id, text, blocks, raisedBy, age } }: { readonly challenge: LoggedChallenge }) {
  const raised = [
    ...(raisedBy === undefined ? [] : [`raised by ${raisedBy}`]),
    ...(age === undefined ? [] : [age === 0 ? 'today' : age === 1 ? '1 day ago' : `${age} days ago`]),
  ].join(' ');
  return (
    <li>
      <div className="ov-line">
        <ViewLink view="review" params={{ at: id }}>
          {id}
        </ViewLink>
        {blocks && <Badge tone="bad">blocks</Badge>}
      </div>
      <p>{text}</p>
      {raised !== '' && <p className="soft">{raised}</p>}
    </li>
  );
}
