import type { TrialSample } from '@surety/server/api';
import { useEffect, useState } from 'react';
import { Button, Card, Field, Skeleton } from '../../kit/index.js';
import { reason } from '../../reason.js';
import { useWorkspace } from '../../workspace/index.js';

const count = 5;

type Read =
  | { readonly state: 'idle' }
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly sample: TrialSample }
  | { readonly state: 'failed'; readonly why: string };

/**
 * Trials to read, drawn by a seed, so that two people can read the same ones. What stands in them was written by a model
 * or against one: it is shown as text alone.
 */
export function Samples({ id }: { readonly id: string }) {
  const { client } = useWorkspace();
  const [seed, setSeed] = useState('1');
  const [drawn, setDrawn] = useState<number>();
  const [read, setRead] = useState<Read>({ state: 'idle' });
  const asked = Number(seed);
  const isSeed = /^\d{1,15}$/.test(seed);
  useEffect(() => {
    if (drawn === undefined) return;
    let over = false;
    setRead({ state: 'waiting' });
    client.trials(id, count, drawn).then(
      (sample) => over || setRead({ state: 'ready', sample }),
      (error: unknown) => over || setRead({ state: 'failed', why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [client, id, drawn]);
  return (
    <Card title="Read trials at random">
      <p className="soft">
        Numbers say how often, texts say what. Read a few that chance picks, not the ones that somebody shows you.
      </p>
      <div className="row ev-draw">
        <Field name="Seed">
          {(ids) => (
            <input
              {...ids}
              className="input"
              inputMode="numeric"
              value={seed}
              onChange={(event) => setSeed(event.target.value.trim())}
            />
          )}
        </Field>
        <Button look="primary" isDisabled={!isSeed} onPress={() => setDrawn(asked)}>
          Read five at random
        </Button>
        {drawn !== undefined && (
          <Button
            onPress={() => {
              setSeed(String(drawn + 1));
              setDrawn(drawn + 1);
            }}
          >
            Five others
          </Button>
        )}
      </div>
      {!isSeed && (
        <p className="refused" role="alert">
          A seed is a whole number.
        </p>
      )}
      {read.state === 'waiting' && <Skeleton height={240} label="Reading trials" />}
      {read.state === 'failed' && (
        <p className="refused" role="alert">
          {read.why}
        </p>
      )}
      {read.state === 'ready' && <Trials sample={read.sample} />}
    </Card>
  );
}

function Trials({ sample: { trials, of, seed, why } }: { readonly sample: TrialSample }) {
  if (why !== undefined) return <p role="status">{why}</p>;
  return (
    <>
      <p role="status">
        {trials.length} of {of} trials, drawn with the seed {seed}.
      </p>
      <ul className="ev-trials">
        {trials.map(({ id, result, messages }) => (
          <li key={id}>
            <h3>
              {id} {result !== '' && <span className="soft">{result}</span>}
            </h3>
            {messages.length === 0 && <p className="soft">It holds no text.</p>}
            {messages.map(({ role, text }) => (
              <div key={role}>
                <p className="soft">{role}</p>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keyboard */}
                <pre className="ev-message" tabIndex={0}>
                  {text}
                </pre>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
