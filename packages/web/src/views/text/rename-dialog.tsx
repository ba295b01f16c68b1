import type { NamePlace } from '@surety/core/language/assist';
import { type FormEvent, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { TextField } from 'react-aria-components/TextField';
import { Button } from '../../kit/index.js';
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
    workspace.change(`Rename ${place.id} to ${to}`, renamed.files);
    onDone();
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => open || onDone()} className="overlay">
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">
            Rename {place.kind} {place.id}
          </Heading>
          <form onSubmit={submit} className="stack">
            <TextField value={to} onChange={setTo} autoFocus isInvalid={why !== undefined}>
              <Label>New name</Label>
              <Input />
            </TextField>
            {why !== undefined && (
              <p role="alert" className="why">
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
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
