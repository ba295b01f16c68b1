import type { Element, ElementType } from '@surety/core/case';
import { isContextual, linkFault } from '@surety/core/case';
import { useState } from 'react';
import { Choice, TextField } from '../../../kit/index.js';
import { IntentForm } from './intent-form.js';

const types: readonly ElementType[] = ['goal', 'strategy', 'solution', 'context', 'assumption', 'justification'];
const hints: Readonly<Record<string, string>> = {
  goal: 'One claim that can be true or false.',
  strategy: 'How the claim is argued: over all subsystems, over what an attacker can do.',
  solution: 'What was measured, observed or reviewed.',
  context: 'What a word of the claim means, or where it holds.',
  assumption: 'What is taken to be true; if it is not, the claim fails.',
  justification: 'Why this strategy or this choice is a good one.',
};

/** A new element below another. */
export function AddForm({ element, onClose }: { readonly element: Element; readonly onClose: () => void }) {
  const allowed = types.filter(
    (type) => linkFault(element, isContextual(type) ? 'inContextOf' : 'supportedBy', { type }) === undefined,
  );
  const [type, setType] = useState<ElementType>(allowed[0] ?? 'goal');
  const [text, setText] = useState('');
  const [id, setId] = useState('');
  return (
    <IntentForm
      title={`Add below ${element.id}`}
      submit="Add"
      onClose={onClose}
      intent={
        text.trim() === ''
          ? undefined
          : { kind: 'add', type, text: text.trim(), under: element.id, ...(id.trim() === '' ? {} : { id: id.trim() }) }
      }
    >
      <Choice name="Type" isRow options={allowed.map((one) => [one, one])} chosen={type} onChoose={setType} />
      <TextField name="Text" hint={hints[type]} isLong isFirst value={text} onText={setText} />
      <TextField
        name="Id"
        hint="Left empty, it is the next free one in the manner of the case."
        value={id}
        onText={setId}
      />
    </IntentForm>
  );
}
