import type { Gesture, Intent } from '@surety/core/authoring';
import type { Element, ElementId } from '@surety/core/case';
import { findAll, searchable } from '@surety/viewer';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { Field } from '../../../kit/index.js';
import { useAnswer } from '../../../workspace/index.js';
import { useArgument } from '../use-argument.js';
import { IntentForm } from './intent-form.js';
import { ParentChoice } from './parent-choice.js';

/** More are not listed: a word more finds fewer. */
const mostListed = 60;

/** Connects an element to another, or moves it under another: a list to search in, where those that cannot be say why. */
export function PickerForm({
  kind,
  element,
  onClose,
}: {
  readonly kind: 'connect' | 'move';
  readonly element: Element;
  readonly onClose: () => void;
}) {
  const { of, look } = useArgument();
  const list = useId();
  const parents = look.parents(element.id).map(({ element: parent }) => parent.id);
  const [from, setFrom] = useState(parents[0]);
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<ElementId>();
  const gesture: Gesture =
    kind === 'connect'
      ? { kind, from: element.id }
      : { kind, element: element.id, ...(from === undefined ? {} : { from }) };
  const asked = useAnswer('legalTargets', gesture);
  const value = 'value' in asked ? asked.value : undefined;
  const legal = useMemo(() => new Map(value), [value]);
  const texts = useMemo(
    () => searchable(of.elements.map(({ id, text, module }) => ({ name: id, text, away: module, tags: [] }))),
    [of],
  );
  const found = useMemo(() => {
    const all = query.trim() === '' ? of.elements.map((_, at) => at) : findAll(texts, query);
    const elements = all.map((at) => of.elements[at]!).filter(({ id }) => id !== element.id);
    // What may be chosen stands first; within that the order of the text.
    return elements.toSorted((a, b) => Number(legal.get(b.id) === 'ok') - Number(legal.get(a.id) === 'ok'));
  }, [of, texts, query, legal, element]);
  const listed = found.slice(0, mostListed);
  // What was picked as long as it is listed; after a search the first that may be.
  const open = listed.filter(({ id }) => legal.get(id) === 'ok').map(({ id }) => id);
  const chosen = picked !== undefined && open.includes(picked) ? picked : query.trim() === '' ? undefined : open[0];
  const choose = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || open.length === 0) return;
    event.preventDefault();
    const at = chosen === undefined ? (by === 1 ? -1 : 0) : open.indexOf(chosen);
    const next = open[(at + by + open.length) % open.length]!;
    setPicked(next);
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const intent: Intent | undefined =
    chosen === undefined
      ? undefined
      : kind === 'connect'
        ? { kind, from: element.id, to: chosen }
        : { kind, element: element.id, to: chosen, ...(from === undefined ? {} : { from }) };
  return (
    <IntentForm
      title={kind === 'connect' ? `Connect ${element.id} to …` : `Move ${element.id} under …`}
      submit={kind === 'connect' ? 'Connect' : 'Move'}
      onClose={onClose}
      intent={intent}
    >
      {kind === 'move' && parents.length > 1 && <ParentChoice parents={parents} from={from} onFrom={setFrom} />}
      <Field
        name={kind === 'connect' ? `What ${element.id} shall rest on, or stand in context of` : 'Where it shall stand'}
        hint="Type to search; ↓ and ↑ choose, Enter does it."
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen}`}
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to search here
            autoFocus
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={choose}
          />
        )}
      </Field>
      <div className="picker" role="listbox" id={list} aria-label="Elements">
        {listed.map(({ id, text }) => {
          const said = legal.get(id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of the list
            // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
            <div
              key={id}
              id={`${list}-${id}`}
              role="option"
              className="picker-row"
              aria-selected={id === chosen}
              aria-disabled={said !== 'ok'}
              onClick={() => said === 'ok' && setPicked(id)}
            >
              <span>
                <strong>{id}</strong> {text}
              </span>
              {said !== undefined && said !== 'ok' && <span className="picker-why">{said}</span>}
            </div>
          );
        })}
        {found.length === 0 && <p className="soft">Nothing matches.</p>}
        {found.length > mostListed && <p className="soft">and {found.length - mostListed} more: type a word of it</p>}
      </div>
    </IntentForm>
  );
}
