import type { Case } from '@surety/core/case';
import { useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../../kit/index.js';
import { useWorkspaceState } from '../../workspace/index.js';
import { AttachForm } from './attach-form.js';

/** Where a log is dropped, or chosen, to become evidence. */
export function Attach({ of }: { readonly of: Case }) {
  const readOnly = useWorkspaceState(({ text }) => text?.readOnly === true);
  const [file, setFile] = useState<File>();
  const [refused, setRefused] = useState<string>();
  const take = (files: readonly File[]) => {
    const [first] = files;
    if (first === undefined || files.length > 1) {
      return setRefused(
        files.length > 1 ? 'One file at a time: each becomes a piece of evidence of its own.' : 'That holds no file.',
      );
    }
    setRefused(undefined);
    setFile(first);
  };
  if (readOnly) return <p className="soft">This workspace was opened for reading only: no log can be added here.</p>;
  return (
    <>
      <DropZone
        className="ev-drop"
        aria-label="Drop an evaluation log"
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const files = await Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])));
          take(files);
        }}
      >
        <span>Drop an evaluation log here (Inspect .eval or .json, CSV, JSON lines), or</span>
        <FileTrigger onSelect={(list) => take(list === null ? [] : [...list])}>
          <Button>Choose a file</Button>
        </FileTrigger>
      </DropZone>
      {refused !== undefined && (
        <p className="refused" role="alert">
          {refused}
        </p>
      )}
      {file !== undefined && <AttachForm of={of} file={file} onClose={() => setFile(undefined)} />}
    </>
  );
}
