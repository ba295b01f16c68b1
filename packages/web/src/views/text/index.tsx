import './text.css';
import type { Diagnostic } from '@surety/core/case';
import type { NamePlace } from '@surety/core/language/assist';
import { useCallback, useEffect, useRef, useState } from 'react';
import { goWith, useRoute } from '../../app/route.js';
import { Empty } from '../../kit/index.js';
import { useLastAnswer, useModel, useWorkspace, useWorkspaceState } from '../../workspace/index.js';
import { Clash } from './clash.js';
import { Editor, type Jump } from './editor.js';
import { FileTabs } from './file-tabs.js';
import { FromBefore } from './from-before.js';
import { Problems } from './problems.js';
import { RenameDialog } from './rename-dialog.js';
import { spanAround } from './span-around.js';
import { useAskedPlace } from './use-asked-place.js';

const noNames: readonly NamePlace[] = [];

/** The files of the case as they are, beside what is found in them. What is picked in the argument is where the cursor goes, and the other way round. */
export default function TextView() {
  const workspace = useWorkspace();
  const model = useModel();
  const { params } = useRoute();
  const files = useWorkspaceState((state) => state.files);
  const names = useLastAnswer('names', null);
  const [jump, setJump] = useState<Jump>();
  const [renaming, setRenaming] = useState<NamePlace>();
  const own = useRef<string>(undefined);
  const span = model?.spans.find(({ id }) => id === params.at);
  const paths = [...files.keys()];
  const path = [params.file, span?.range.file, paths[0]].find((one) => one !== undefined && files.has(one));
  const open = path === undefined ? undefined : files.get(path);

  const jumpTo = useCallback((file: string, offset: number) => {
    goWith({ file });
    setJump((before) => ({ offset, serial: (before?.serial ?? 0) + 1 }));
  }, []);

  // Somebody picked an element elsewhere: its text is shown. What the cursor itself picked stays where it is.
  const there = span?.range;
  const picked = params.at;
  useEffect(() => {
    if (picked === undefined || there === undefined || own.current === picked) return;
    own.current = picked;
    jumpTo(there.file, there.start.offset);
  }, [picked, there, jumpTo]);

  useAskedPlace(params, jumpTo);

  if (path === undefined || open === undefined) {
    return (
      <Empty title="This folder holds no case yet">
        <p>
          <code>surety init</code>, run in it, writes one to start from; with <code>--template</code> a whole sketch. It
          stands here as soon as it is written.
        </p>
      </Empty>
    );
  }
  const listed = names.value ?? noNames;
  return (
    <div className="text-view">
      <h1 className="visually-hidden">Text</h1>
      <div className="stack">
        <FileTabs paths={paths} current={path} />
        {open.isRestored && open.clash === undefined && <FromBefore path={path} />}
      </div>
      {open.clash === undefined ? (
        <Editor
          key={path}
          path={path}
          names={listed}
          jump={jump}
          onCursor={(offset) => {
            const around = spanAround(workspace.get().model?.spans ?? [], path, offset);
            own.current = around?.id;
            goWith({ file: path, at: around?.id });
          }}
          onDefinition={({ definition }) => {
            const to = definition === undefined ? undefined : listed[definition];
            if (to === undefined) workspace.notify('plain', 'Nothing in the text has that name');
            else jumpTo(to.file, to.start);
          }}
          onRename={setRenaming}
        />
      ) : (
        <Clash file={open} />
      )}
      <Problems
        findings={model?.findings ?? []}
        onPick={({ range }: Diagnostic) => jumpTo(range.file, range.start.offset)}
      />
      {renaming !== undefined && <RenameDialog place={renaming} onDone={() => setRenaming(undefined)} />}
    </div>
  );
}
