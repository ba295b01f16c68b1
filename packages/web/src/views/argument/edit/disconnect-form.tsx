import type { Element } from '@surety/core/case';
import { useState } from 'react';
import { Choice } from '../../../kit/index.js';
import { useArgument } from '../use-argument.js';
import { IntentForm } from './intent-form.js';

/** Takes a link of an element away; both ends stay. */
export function DisconnectForm({ element, onClose }: { readonly element: Element; readonly onClose: () => void }) {
  const { look } = useArgument();
  const { id, supportedBy, inContextOf } = element;
  const links = [
    ...look.parents(id).map(({ element: parent }) => ({ from: parent.id, to: id })),
    ...[...supportedBy, ...inContextOf].map(({ to }) => ({ from: id, to })),
  ];
  const [chosen, setChosen] = useState(0);
  const link = links[chosen];
  return (
    <IntentForm
      title={`Disconnect ${id}`}
      submit="Disconnect"
      onClose={onClose}
      intent={link === undefined ? undefined : { kind: 'disconnect', ...link }}
    >
      <Choice
        name="The link that goes"
        options={links.map(({ from, to }, at) => [
          at,
          <>
            {from} → {to} <span className="soft">{look.element(to === id ? from : to)?.text}</span>
          </>,
        ])}
        chosen={chosen}
        onChoose={setChosen}
      />
    </IntentForm>
  );
}
