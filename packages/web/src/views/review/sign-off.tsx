import type { GivenSignOff, RequiredSignOff, SignOffs } from '@surety/core/signoff';
import { useState } from 'react';
import { useRoute } from '../../app/route.js';
import { Answered, Badge, Button, Card, type Column, Table, type Tone, ViewLink } from '../../kit/index.js';
import { useAnswer, useWorkspaceState } from '../../workspace/index.js';
import type { PartProps } from './part-props.js';
import { forWords, type RoleState, roleStates } from './roles.js';
import { SignForm } from './sign-form.js';
import { useCommitOn } from './use-commit-on.js';

/** Who signed what, whether that is still what stands there, and who has yet to. */
export function SignOff({ of }: PartProps) {
  const asked = useAnswer('signOffs', null);
  const { params } = useRoute();
  const readOnly = useWorkspaceState(({ text }) => text?.readOnly === true);
  const [isSigning, setSigning] = useState(false);
  const picked = of.elements.find(({ id }) => id === params.at)?.id;
  return (
    <>
      <div className="row">
        <p className="soft review-lead">
          A sign-off is of a content hash: of the whole case, or of an element with everything that it rests on. Once
          any of that changes, it is stale. What is written here is a record that anybody could have written; a
          signature proper is made by <code>surety sign --key FILE</code>.
        </p>
        <Button look="primary" isDisabled={readOnly} onPress={() => setSigning(true)}>
          {picked === undefined ? 'Sign' : `Sign ${picked}`}
        </Button>
      </div>
      <Answered asked={asked} height={280} label="Looking for sign-offs">
        {(value) => (
          <>
            <Required value={value} />
            <Given value={value} />
          </>
        )}
      </Answered>
      {isSigning && <SignForm of={of} element={picked} onClose={() => setSigning(false)} />}
    </>
  );
}

const stateTones: Readonly<Record<RequiredSignOff['state'], Tone>> = {
  signed: 'good',
  stale: 'bad',
  'not independent': 'bad',
  missing: 'open',
};

const roleColumns: readonly Column<RoleState>[] = [
  { title: 'Role', isHead: true, cell: ({ role }) => role },
  { title: 'For', cell: forWords },
  { title: 'State', cell: ({ state }) => <Badge tone={stateTones[state]}>{state}</Badge> },
  { title: 'By', cell: ({ who }) => who.join(', ') },
];

function Required({ value: { required } }: { readonly value: SignOffs }) {
  return (
    <Card title="Who has to sign">
      {required.length === 0 ? (
        <p className="soft">
          No role is required. Name them under <code>review: required:</code>.
        </p>
      ) : (
        <Table
          caption="Required roles"
          columns={roleColumns}
          rows={roleStates(required)}
          keyOf={(one) => `${one.role} ${one.state}`}
        />
      )}
    </Card>
  );
}

function Given({ value: { given } }: { readonly value: SignOffs }) {
  return (
    <Card title="Sign-offs">
      {given.length === 0 && <p className="soft">Nobody has signed yet.</p>}
      <ul className="review-list">
        {given.map((one) => (
          <OneSignOff key={`${one.signOff.role} ${one.signOff.who} ${one.signOff.element}`} given={one} />
        ))}
      </ul>
    </Card>
  );
}

function OneSignOff({ given: { signOff, state, now, ownWork, unsigned } }: { readonly given: GivenSignOff }) {
  const { role, who, date, element, of, statement, check } = signOff;
  const what = element === undefined ? 'the whole case' : `${element} and everything that it rests on`;
  return (
    <li>
      <div className="row">
        <Badge tone={state === 'current' && unsigned === undefined ? 'good' : 'bad'}>
          {state === 'current' && unsigned !== undefined ? 'signature does not hold' : state}
        </Badge>
        <strong>{who}</strong> <span>{role}</span>
        {date !== undefined && <span className="soft number">{date}</span>}
      </div>
      <p>
        Of{' '}
        {element === undefined ? (
          what
        ) : (
          <ViewLink view="argument" params={{ at: element }}>
            {what}
          </ViewLink>
        )}
        {statement !== undefined && <span className="soft">: {statement}</span>}
      </p>
      <p>
        <code className="review-hash soft">{of}</code>
      </p>
      {state === 'stale' && <ReadAgain date={date} now={now} what={what} />}
      {state === 'gone' && <p>What was signed is no longer in the case.</p>}
      {ownWork.length > 0 && <p>It does not count as independent: {who} had a hand in what was signed.</p>}
      {unsigned !== undefined && <p>{unsigned}.</p>}
      {check?.kind === 'verified' && <p className="soft">Signature by {check.by} holds.</p>}
    </li>
  );
}

function ReadAgain({
  date,
  now,
  what,
}: {
  readonly date: string | undefined;
  readonly now: string | undefined;
  readonly what: string;
}) {
  const commit = useCommitOn(date);
  return (
    <p>
      The content is another one now
      {now !== undefined && (
        <>
          {' '}
          (<code className="review-hash">{now.slice(0, 19)}…</code>)
        </>
      )}
      . Read {what} again before you sign it
      {commit === undefined ? '.' : ': '}
      {commit !== undefined && (
        <ViewLink view="compare" params={{ from: commit.hash, to: 'now' }}>
          what changed since {commit.date.slice(0, 10)}
        </ViewLink>
      )}
    </p>
  );
}
