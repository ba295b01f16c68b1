import type { Element, ElementType } from '@surety/core/case';
import { useState } from 'react';
import { Choice, TextField } from '../../../kit/index.js';
import { useArgument } from '../use-argument.js';
import { IntentForm } from './intent-form.js';

interface FormProps {
  readonly element: Element;
  readonly onClose: () => void;
}

const types: readonly ElementType[] = ['goal', 'strategy', 'solution', 'context', 'assumption', 'justification'];

export function RetypeForm({ element, onClose }: FormProps) {
  const [type, setType] = useState<ElementType>(types.find((one) => one !== element.type)!);
  const [id, setId] = useState('');
  return (
    <IntentForm
      title={`Change the type of ${element.id}`}
      submit="Change"
      onClose={onClose}
      intent={{ kind: 'retype', element: element.id, type, ...(id.trim() === '' ? {} : { id: id.trim() }) }}
    >
      <Choice
        name={`It is a ${element.type}, and becomes`}
        isRow
        options={types.filter((one) => one !== element.type).map((one) => [one, one])}
        chosen={type}
        onChoose={setType}
      />
      <TextField name="New id" hint="Left empty, the id stays." value={id} onText={setId} />
    </IntentForm>
  );
}

/** An id as the file writes it, without its module. */
function local(id: string): string {
  return id.split('@')[0]!;
}

export function RenameForm({ element, onClose }: FormProps) {
  const [to, setTo] = useState(local(element.id));
  const isSame = to.trim() === '' || to.trim() === local(element.id);
  return (
    <IntentForm
      title={`Rename ${element.id}`}
      submit="Rename"
      onClose={onClose}
      intent={isSame ? undefined : { kind: 'rename', from: element.id, to: to.trim() }}
    >
      <TextField
        name="New id"
        hint="It is renamed in every file, wherever it is named."
        isFirst="replaced"
        value={to}
        onText={setTo}
      />
    </IntentForm>
  );
}

const ways = [
  ['reconnect', 'Alone: what it rests on goes to what rests on it'],
  ['leave', 'Alone: what it rests on stays without it'],
  ['subtree', 'With everything that only it uses'],
] as const;

export function DeleteForm({ element, onClose }: FormProps) {
  const { look } = useArgument();
  const hasBelow = look.dependencies(element).length > 0;
  const [way, setWay] = useState<(typeof ways)[number][0]>(hasBelow ? 'reconnect' : 'leave');
  return (
    <IntentForm
      title={`Delete ${element.id}`}
      submit="Delete"
      onClose={onClose}
      intent={
        way === 'subtree'
          ? { kind: 'deleteSubtree', element: element.id }
          : { kind: 'delete', element: element.id, children: way }
      }
    >
      <p>{element.text}</p>
      {hasBelow && <Choice name="How" options={ways} chosen={way} onChoose={setWay} />}
      <p className="soft">It can be undone.</p>
    </IntentForm>
  );
}

export function SplitForm({ element, onClose }: FormProps) {
  const { of } = useArgument();
  const stem = local(element.id).toLowerCase();
  const [name, setName] = useState(stem);
  const [file, setFile] = useState(`module-${stem}.yaml`);
  const [brief, setBrief] = useState('');
  const isWhole = name.trim() !== '' && file.trim() !== '';
  return (
    <IntentForm
      title={`Split out ${element.id}`}
      submit="Split out"
      onClose={onClose}
      intent={
        isWhole
          ? {
              kind: 'splitOut',
              element: element.id,
              module: name.trim(),
              file: file.trim(),
              ...(brief.trim() === '' ? {} : { brief: brief.trim() }),
            }
          : undefined
      }
    >
      <p>
        {element.id}, with all that only it uses, becomes a module in a file of its own
        {of.modules.length === 0 ? '; the rest of the case becomes one too' : ''}.
      </p>
      <TextField name="Name of the module" isFirst value={name} onText={setName} />
      <TextField name="File" value={file} onText={setFile} />
      <TextField name="What it argues, in a sentence" hint="May stay empty." value={brief} onText={setBrief} />
    </IntentForm>
  );
}
