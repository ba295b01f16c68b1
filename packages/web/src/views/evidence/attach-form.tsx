import { type Case, type ResultName, resultKinds, resultsOf } from '@surety/core/case';
import { type FormEvent, useMemo, useState } from 'react';
import { go } from '../../app/route.js';
import { ElementPicker, sentence } from '../../author/index.js';
import { Button, Field, Modal } from '../../kit/index.js';
import { type Draft, draftFor, measuredBy } from './entry.js';
import { MeasureFields } from './measure-fields.js';
import { sizeInWords } from './rows.js';
import { useAttach } from './use-attach.js';

/** What is said of a file that becomes evidence. All but its name can be written later, in the text. */
export function AttachForm({
  of,
  file,
  isFaultTree,
  onClose,
}: {
  readonly of: Case;
  readonly file: File;
  readonly isFaultTree: boolean;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState<Draft>(() => ({
    ...draftFor(of, file.name),
    ...(isFaultTree ? measuredBy('fault tree') : {}),
  }));
  const results = resultsOf[draft.kind];
  const leaves = useMemo(
    () =>
      of.elements.filter(
        ({ type, supportedBy, evidence, doubt }) =>
          ['goal', 'solution'].includes(type) &&
          supportedBy.length === 0 &&
          evidence === undefined &&
          doubt === undefined,
      ),
    [of],
  );
  const { attaching, attach } = useAttach(of, file, (id) => {
    onClose();
    go('evidence', { at: id });
  });
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const text = (key: TextKey, name: string, hint?: string, type = 'text') => (
    <Field name={name} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <input
          {...ids}
          type={type}
          className="input"
          autoComplete="off"
          value={draft[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const isBusy = attaching.state === 'busy';
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void attach(trimmed(draft));
  };
  return (
    <Modal title={`Attach ${file.name}`} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <p className="soft">
          {sizeInWords(file.size)}. The file is stored beside the case, and an entry under <code>evidence</code> states
          it. An existing file is never replaced.
        </p>
        {text('id', 'Name of the evidence')}
        {text('source', 'Kept as', 'Path from the text that states the evidence.')}
        <MeasureFields draft={draft} isFaultTree={isFaultTree} onDraft={set} />
        <div className="ev-pair">
          <Field name="About">
            {(ids) => (
              <select
                {...ids}
                className="input"
                value={draft.subsystem}
                onChange={(event) => set({ subsystem: event.target.value })}
              >
                <option value="">no subsystem</option>
                {of.system.map(({ id }) => (
                  <option key={id}>{id}</option>
                ))}
              </select>
            )}
          </Field>
          {text('by', 'Collected by')}
          {text('collected', 'Collected on', undefined, 'date')}
          {text('expires', 'Expires on', undefined, 'date')}
        </div>
        {leaves.length > 0 && (
          <ElementPicker
            name="Cited by (optional)"
            hint="A claim or solution that rests on nothing yet."
            elements={leaves}
            picked={draft.citedBy}
            onPick={(citedBy) => set({ citedBy })}
          />
        )}
        {draft.citedBy !== undefined && results.length > 1 && (
          <Field name={`Which result ${draft.citedBy} requires something of`}>
            {(ids) => (
              <select
                {...ids}
                className="input"
                value={draft.result}
                onChange={(event) => set({ result: event.target.value as ResultName })}
              >
                {results.map((name) => (
                  <option key={name} value={name}>
                    {resultKinds[name].text}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {draft.citedBy !== undefined &&
          text(
            'requires',
            `What ${draft.citedBy} requires of the ${draft.result}`,
            `A bound on ${resultKinds[draft.result].text}, for example <= 0.05`,
          )}
        {attaching.state === 'refused' && (
          <div className="refused" role="alert">
            <p>{asSentence(attaching.reason)}</p>
            {attaching.hint !== undefined && <p>{attaching.hint}</p>}
          </div>
        )}
        {isBusy && (
          <p role="status">
            <progress aria-label={attaching.words} /> {attaching.words}
          </p>
        )}
        <div className="row form-end">
          <Button onPress={onClose}>Cancel</Button>
          <Button
            type="submit"
            look="primary"
            isDisabled={isBusy || draft.id.trim() === '' || draft.source.trim() === ''}
          >
            Attach
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const textKeys = ['id', 'source', 'by', 'subsystem', 'collected', 'expires', 'top', 'requires'] as const;
type TextKey = (typeof textKeys)[number];

function trimmed(draft: Draft): Draft {
  return { ...draft, ...Object.fromEntries(textKeys.map((key) => [key, draft[key].trim()])) };
}

function asSentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : sentence(reason);
}
