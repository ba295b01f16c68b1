import type { Condition } from '@surety/core/steps';
import { Answered, Badge, Card, ViewLink } from '../../kit/index.js';
import { nextConditions, placeOfCondition, wordsOfCondition } from '../../trace/index.js';
import { useAnswer } from '../../workspace/index.js';

const most = 5;

/** What ends what the case claims: what has, and what will next. */
export function Ahead() {
  const asked = useAnswer('conditions', null);
  return (
    <Card title="What expires next">
      <Answered asked={asked} height={150} label="Looking ahead">
        {(all) => <List conditions={nextConditions(all)} />}
      </Answered>
    </Card>
  );
}

function List({ conditions }: { readonly conditions: readonly Condition[] }) {
  if (conditions.length === 0) {
    return (
      <p className="soft">
        Nothing expires and no limit is stated. Evidence ages: give it <code>expires</code>, and a claim that holds up
        to some capability <code>holdsUntil</code>.
      </p>
    );
  }
  return (
    <ul className="ov-list">
      {conditions.slice(0, most).map((condition) => (
        <One key={wordsOfCondition(condition)} condition={condition} />
      ))}
      {conditions.length > most && <li className="soft">and {conditions.length - most} more</li>}
    </ul>
  );
}

function One({ condition }: { readonly condition: Condition }) {
  const { view, params } = placeOfCondition(condition);
  return (
    <li className="ov-line">
      <ViewLink view={view} params={params} className="quiet-link">
        {wordsOfCondition(condition)}
      </ViewLink>
      {condition.past ? (
        <Badge tone="bad">past</Badge>
      ) : condition.kind === 'evidence expires' && condition.insideWindow ? (
        <Badge tone="open">before the window ends</Badge>
      ) : null}
    </li>
  );
}
