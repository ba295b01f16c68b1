import { useWorkspaceState, whyOld } from '../workspace/index.js';

/** Says what stands between what is shown and the folder: a lost server, a clash, a text that cannot be read, evidence that could not be measured. */
export function ConnectionBar() {
  const connection = useWorkspaceState((state) => state.connection);
  const problems = useWorkspaceState((state) => state.text?.problems);
  const why = useWorkspaceState(whyOld);
  return (
    <div role="status">
      {connection.kind === 'lost' && (
        <p className="bar">
          <strong>The server is gone.</strong> What you change stays in this page and is saved when it is back. Trying
          again …
        </p>
      )}
      {connection.kind === 'refused' && (
        <p className="bar bad">
          <strong>The server does not know this page.</strong> Open the address that <code>surety serve</code> printed;
          nothing here is lost until you close this page.
        </p>
      )}
      {(problems ?? []).map((problem) => (
        <p className="bar bad" key={problem}>
          {problem}
        </p>
      ))}
      {why !== undefined && (
        <p className="bar bad">
          <strong>What is shown is not up to date:</strong> {why}
        </p>
      )}
    </div>
  );
}
