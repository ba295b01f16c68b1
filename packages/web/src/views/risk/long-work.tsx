import { Button } from '../../kit/index.js';
import type { Long } from '../../workspace/index.js';

/** How far something is that takes seconds, with a way to end it; and whether its result is of an earlier text. */
export function LongWork({
  long: { asked, stop, isOld },
  words,
  again,
}: {
  readonly long: { readonly asked: Long<unknown>; readonly stop: () => void; readonly isOld: boolean };
  readonly words: string;
  readonly again: () => void;
}) {
  return (
    <div role="status">
      {asked.state === 'running' && (
        <p className="bar">
          <span>
            {words}: {asked.words} …
          </span>
          <Button onPress={stop}>Stop</Button>
        </p>
      )}
      {asked.state === 'failed' && <p className="bar bad">{asked.why}</p>}
      {isOld && (
        <p className="bar">
          The case changed since this was computed.
          <Button onPress={again}>Compute it anew</Button>
        </p>
      )}
    </div>
  );
}
