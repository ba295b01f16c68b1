import { answered, useWorkspaceState } from '../../workspace/index.js';
import { keyOfChange, valueOfChange } from './scenarios.js';
import { usePrepared } from './use-prepared.js';

/** One line below the results: that it is prepared, how long the last answer took, or why there is none. */
export function Told({ serial }: { readonly serial: number }) {
  const preparing = usePrepared(serial);
  const why = useWorkspaceState(({ model, tried }) => {
    return tried?.kind === 'problem' && tried.of.serial === model?.serial ? tried.why : undefined;
  });
  const tried = useWorkspaceState(answered);
  if (why !== undefined) {
    return (
      <p role="alert" className="refused">
        {why}
      </p>
    );
  }
  if (tried === undefined) {
    return (
      <p className="soft">
        {preparing === undefined ? 'Move anything below, and each number follows.' : `${preparing} …`}
      </p>
    );
  }
  const { milliseconds, scenario } = tried;
  const last = scenario.changes.at(-1);
  return (
    <p
      className="soft number"
      data-milliseconds={milliseconds}
      data-of={last === undefined ? '' : `${keyOfChange(last)} ${valueOfChange(last)}`}
    >
      Computed here in {milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms.
    </p>
  );
}
