import type { Case } from '@surety/core/case';
import { useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../../kit/index.js';
import { reason } from '../../reason.js';
import { useWorkspaceState } from '../../workspace/index.js';
import { AttachForm } from './attach-form.js';
import { beginsAsFaultTree } from './measure-forms.js';

/** How much of a file is looked at to tell what it is. */
const sniffed = 4096;

/** Where a log is dropped, or chosen, to become evidence. */
export function Attach({ of }: { readonly of: Case }) {
  const readOnly = useWorkspaceState(({ text }) => text?.readOnly === true);
  const [file, setFile] = useState<{ readonly file: File; readonly isFaultTree: boolean }>();
  const [refused, setRefused] = useState<string>();
  const take = async (files: readonly File[]) => {
    const [first] = files;
    if (first === undefined || files.length > 1) {
      return setRefused(
        files.length > 1 ? 'One file at a time: each becomes a piece of evidence of its own.' : 'That holds no file.',
      );
    }
    setRefused(undefined);
    try {
      setFile({ file: first, isFaultTree: beginsAsFaultTree(await first.slice(0, sniffed).text()) });
    } catch (error) {
      // A folder that is dropped is given as a file, which cannot be read.
      setRefused(`It cannot be read: ${reason(error)}`);
    }
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
          await take(files);
        }}
      >
        <span>
          Drop an evaluation log here (Inspect .eval or .json, CSV, JSON lines, and others) or a fault tree, or
        </span>
        <FileTrigger onSelect={(list) => void take(list === null ? [] : [...list])}>
          <Button>Choose a file</Button>
        </FileTrigger>
      </DropZone>
      {refused !== undefined && (
        <p className="refused" role="alert">
          {refused}
        </p>
      )}
      {file !== undefined && <AttachForm of={of} {...file} onClose={() => setFile(undefined)} />}
    </>
  );
}
