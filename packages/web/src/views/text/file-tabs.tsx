import { LinkRow, ViewLink } from '../../kit/index.js';
import { fileState, useModel, useWorkspaceState } from '../../workspace/index.js';

/** The files of the case; which has typed text that is not saved, and which has errors, is said by a word. */
export function FileTabs({ paths, current }: { readonly paths: readonly string[]; readonly current: string }) {
  const files = useWorkspaceState((state) => state.files);
  const isAway = useWorkspaceState(({ connection }) => connection.kind === 'lost' || connection.kind === 'refused');
  const findings = useModel()?.findings ?? [];
  const states = (path: string): readonly string[] => {
    const file = files.get(path);
    const state = file === undefined ? 'saved' : fileState(file);
    const errors = findings.filter(({ range, severity }) => range.file === path && severity === 'error').length;
    return [
      ...(state === 'clashes' || state === 'unsaved' ? [state] : []),
      // With a server it is saved in a moment.
      ...(state === 'waiting' && isAway ? ['waiting to be saved'] : []),
      ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ];
  };
  return (
    <LinkRow label="Files of the case" className="file-list">
      {paths.map((path) => (
        <ViewLink key={path} view="text" params={{ file: path }} current={path === current} className="file-tab">
          {path}
          {states(path).map((state) => (
            <em key={state}>{state}</em>
          ))}
        </ViewLink>
      ))}
    </LinkRow>
  );
}
