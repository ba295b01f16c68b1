import { type FormEvent, useState } from 'react';
import { Button, Modal, TextField } from '../../kit/index.js';

/** Asks for the name of a scenario; no two have the same. */
export function NameDialog({
  title,
  submit,
  first,
  taken,
  onName,
  onClose,
}: {
  readonly title: string;
  readonly submit: string;
  readonly first: string;
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(first);
  const name = text.trim();
  const isTaken = taken.includes(name);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || isTaken) return;
    onName(name);
    onClose();
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <TextField
          name="Name"
          hint={isTaken ? 'Another scenario has this name.' : 'What it would be: “Twice the audits”.'}
          isFirst="replaced"
          maxLength={80}
          value={text}
          onText={setText}
        />
        <div className="row form-end">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" look="primary" isDisabled={name === '' || isTaken}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
