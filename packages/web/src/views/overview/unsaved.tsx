import { PlainButton, ViewLink } from '../../kit/index.js';
import { useWorkspace, useWorkspaceState } from '../../workspace/index.js';

/** What is shown here is not what is on disk: typed text that nobody saved, and text that clashes with the folder's. */
export function Unsaved() {
  const workspace = useWorkspace();
  const files = useWorkspaceState((state) => state.files);
  const clashes = [...files.values()].filter(({ clash }) => clash !== undefined);
  const typed = [...files.values()].filter(({ draft, clash }) => draft !== undefined && clash === undefined);
  return (
    <>
      {clashes.map(({ path }) => (
        <p className="bar bad" key={path} role="status">
          <span>
            <strong>{path}</strong> was changed here and in the folder in the same place. Both texts are kept until you
            say which one stands.
          </span>
          <ViewLink view="text" params={{ file: path }}>
            Settle it
          </ViewLink>
        </p>
      ))}
      {typed.length > 0 && (
        <p className="bar" role="status">
          <span>
            These verdicts count text that is typed and not saved, in{' '}
            {typed.map(({ path }, at) => (
              <span key={path}>
                {at > 0 && ', '}
                <ViewLink view="text" params={{ file: path }}>
                  {path}
                </ViewLink>
              </span>
            ))}
            {typed.some(({ isRestored }) => isRestored) && ', from your last visit'}.
          </span>
          <PlainButton onClick={() => workspace.saveDrafts()}>Save</PlainButton>
        </p>
      )}
    </>
  );
}
