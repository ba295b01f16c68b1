import type { NamePlace } from '@surety/core/language/assist';
import { type FormEvent, useState } from 'react';
import { Button, Modal, TextField } from '../../kit/index.js';
import { useWorkspace } from '../../workspace/index.js';

/** Another name for a thing of the case, in every file at once. */
export function RenameDialog({ place, onDone }: { readonly place: NamePlace; readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const [to, setTo] = useState(place.name);
  const [why, setWhy] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const renamed = await workspace.ask('rename', { from: place.id, to, kind: place.kind });
    if (!renamed.ok) return setWhy(renamed.why);
    // What was renamed is a text of before by now.
    if (workspace.get().computing) return setWhy('The text changed meanwhile. Try again.');
    workspace.change(`Rename ${place.id} to ${to}`, renamed.files);
    onDone();
  };
  return (
    <Modal title={`Rename ${place.kind} ${place.id}`} onClose={onDone}>
      <form onSubmit={submit} className="stack">
        <TextField name="New name" isFirst isWrong={why !== undefined} value={to} onText={setTo} />
        {why !== undefined && (
          <p role="alert" className="refused">
            {why}
          </p>
        )}
        <div className="row">
          <Button type="submit" look="primary">
            Rename in all files
          </Button>
          <Button onPress={onDone}>Cancel</Button>
        </div>
      </form>
    </Modal>
  );
}
