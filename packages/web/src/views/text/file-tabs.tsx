import { Tab, TabList, Tabs } from 'react-aria-components/Tabs';
import { useModel, useWorkspaceState } from '../../workspace/index.js';

/** The files of the case; which has typed text that is not saved, and which has errors, is said by a word. */
export function FileTabs({
  paths,
  current,
  onPick,
}: {
  readonly paths: readonly string[];
  readonly current: string;
  readonly onPick: (path: string) => void;
}) {
  const files = useWorkspaceState((state) => state.files);
  const findings = useModel()?.findings ?? [];
  const states = (path: string): readonly string[] => {
    const file = files.get(path);
    const errors = findings.filter(({ range, severity }) => range.file === path && severity === 'error').length;
    return [
      ...(file?.clash !== undefined ? ['clashes'] : file?.draft !== undefined ? ['unsaved'] : []),
      ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ];
  };
  return (
    <Tabs
      selectedKey={current}
      onSelectionChange={(key) => onPick(`${key}`)}
      className="file-tabs"
      keyboardActivation="manual"
    >
      <TabList aria-label="Files of the case" className="file-list">
        {paths.map((path) => (
          <Tab key={path} id={path} className="file-tab">
            {path}
            {states(path).map((state) => (
              <em key={state}>{state}</em>
            ))}
          </Tab>
        ))}
      </TabList>
    </Tabs>
  );
}
