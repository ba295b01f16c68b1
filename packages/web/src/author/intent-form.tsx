import './author.css';
import type { Intent } from '@surety/core/authoring';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, Modal } from '../kit/index.js';
import { reason } from '../reason.js';
import { type Perform, usePerform } from './perform.js';

/** Asks for what a change needs, makes it, and says why where it cannot be made. */
export function IntentForm({
  title,
  submit,
  intent,
  perform,
  onClose,
  children,
}: {
  readonly title: string;
  readonly submit: string;
  /** Undefined while something is missing. */
  readonly intent: Intent | undefined;
  /** How the change is made, where more comes of it than the new text. */
  readonly perform?: Perform;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const plainly = usePerform();
  const [refused, setRefused] = useState<{ readonly reason: string; readonly hint?: string }>();
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (intent === undefined || isBusy) return;
    setBusy(true);
    try {
      const answer = await (perform ?? plainly)(intent);
      if (answer.ok) onClose();
      else setRefused(answer);
    } catch (error) {
      setRefused({ reason: reason(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={send}
        onKeyDown={(event) => {
          // In a text of several lines Enter is a new line, and with Control it is done.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        {children}
        {refused !== undefined && (
          <div className="refused" role="alert">
            <p>{sentence(refused.reason)}</p>
            {refused.hint !== undefined && <p>{refused.hint}</p>}
          </div>
        )}
        <div className="row form-end">
          <Button onPress={onClose}>Cancel</Button>
          {/* Not disabled while it is done: that would take the focus out of the dialog, and Escape with it. */}
          <Button type="submit" look="primary" isDisabled={intent === undefined} isPending={isBusy}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** A reason as a sentence of its own. */
export function sentence(reason: string): string {
  return `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;
}
