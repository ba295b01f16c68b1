import type { Advice, Step, Way } from '@surety/core/advice';
import { formatProbability } from '@surety/core/case';
import { Button, Card, type Column, Table, ViewLink } from '../../kit/index.js';
import type { Place } from '../../trace/index.js';
import { useLongAnswer, useStatedModel } from '../../workspace/index.js';
import { LongWork } from './long-work.js';
import type { PartProps } from './part-props.js';

/** The smallest changes with which the outcome would be supported, each of them tried. */
export function AdvicePart({ outcome }: PartProps) {
  const long = useLongAnswer('advice', { goesOn: true });
  const { asked } = long;
  const run = () => long.run({ outcome: outcome.id });
  // What is tried out is not in the text, of which the changes are.
  const stated = useStatedModel()?.assessment?.outcomes.find(({ id }) => id === outcome.id);
  return (
    <Card title="The smallest changes that would do">
      <p className="soft">
        Doubts, trials, answers, limits and exposure are tried one by one, then two together, until {outcome.id} is
        supported.
      </p>
      {stated?.verdict === 'supported' ? (
        <p>It is supported as the text has it: nothing has to be changed.</p>
      ) : (
        <Button look="primary" onPress={run} isDisabled={asked.state === 'running'}>
          Try changes
        </Button>
      )}
      <LongWork long={long} words="Trying" again={run} />
      {asked.state === 'ready' && asked.value.map((advice) => <Told key={advice.outcome} advice={advice} />)}
    </Card>
  );
}

const wayColumns: readonly Column<Way>[] = [
  {
    title: 'Change',
    cell: ({ steps }) =>
      steps.map((step, at) => (
        <span key={step.text}>
          {at > 0 && '; and '}
          <StepLink step={step} />
        </span>
      )),
  },
  {
    title: 'Doubt then',
    meaning: 'What is held against the threshold after the change',
    numeric: true,
    cell: ({ number }) => formatProbability(number),
  },
];

function Told({ advice: { first, ways, insufficient, notes } }: { readonly advice: Advice }) {
  return (
    <div className="stack">
      {notes.map(({ text }) => (
        <p key={text}>{text}.</p>
      ))}
      {first.length > 0 && (
        <section>
          <h3>First of all</h3>
          <ul>
            {first.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {ways.length > 0 && (
        <section>
          <h3>Each of these makes it supported, the smallest first</h3>
          <Table
            caption="Changes that would do"
            columns={wayColumns}
            rows={ways}
            keyOf={({ steps }) => steps.map(({ text }) => text).join(' ')}
          />
        </section>
      )}
      {insufficient.length > 0 && (
        <details>
          <summary>What does not do it alone</summary>
          <ul>
            {insufficient.map(({ text, number }) => (
              <li key={text}>
                {text} <span className="soft">(at best {formatProbability(number)})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function StepLink({ step }: { readonly step: Step }) {
  const { view, params } = placeOf(step);
  return (
    <ViewLink view={view} params={params}>
      {step.text}
    </ViewLink>
  );
}

function placeOf(step: Step): Place {
  switch (step.kind) {
    case 'doubt':
      return { view: 'what-if', params: { leaf: step.leaf } };
    case 'trials':
      return { view: 'evidence', params: { at: step.evidence } };
    case 'group':
      return { view: 'text', params: { section: 'dependence' } };
    case 'exposure':
      return { view: 'text', params: { section: 'decision' } };
    case 'develop':
    case 'inference':
    case 'answer':
    case 'legs':
    case 'limit':
      return { view: 'argument', params: { at: step.element } };
  }
}
