import type { Intent } from '@surety/core/authoring';
import type { Element } from '@surety/core/case';
import { useState } from 'react';
import { Field, TextField } from '../../../kit/index.js';
import { useAnswer } from '../../../workspace/index.js';
import { useArgument } from '../use-argument.js';
import { IntentForm } from './intent-form.js';

/** Puts an instance of a pattern of the case, or a building block of the catalogue, below an element. */
export function BlockForm({ element, onClose }: { readonly element: Element; readonly onClose: () => void }) {
  const { of } = useArgument();
  const asked = useAnswer('blocks', null);
  const blocks = ('value' in asked ? asked.value : undefined) ?? [];
  const [chosen, setChosen] = useState(of.patterns[0] === undefined ? '' : `pattern:${of.patterns[0].id}`);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [subsystem, setSubsystem] = useState(element.subsystem ?? of.system[0]?.id ?? '');
  const [outcome, setOutcome] = useState(element.outcome ?? of.outcomes[0]?.id ?? '');
  const [kind, name] = [chosen.split(':')[0], chosen.slice(chosen.indexOf(':') + 1)];
  const pattern = kind === 'pattern' ? of.patterns.find(({ id }) => id === name) : undefined;
  const block = kind === 'block' ? blocks.find(({ id }) => id === name) : undefined;
  const parameters =
    pattern === undefined
      ? (block?.parameters ?? []).map(({ name: parameter, text, example }) => ({
          parameter,
          hint: `${text} For example: ${example}`,
        }))
      : Object.entries(pattern.parameters).map(([parameter, hint]) => ({ parameter, hint }));
  const given = Object.fromEntries(
    parameters.flatMap(({ parameter }) => {
      const value = values[parameter]?.trim() ?? '';
      return value === '' ? [] : [[parameter, value]];
    }),
  );
  const intent: Intent | undefined =
    pattern !== undefined
      ? Object.keys(given).length < parameters.length
        ? undefined
        : { kind: 'usePattern', pattern: pattern.id, with: lists(given), under: element.id }
      : block === undefined || subsystem === '' || outcome === ''
        ? undefined
        : { kind: 'addBlock', block: block.id, subsystem, outcome, under: element.id, values: given };
  return (
    <IntentForm title={`Put in below ${element.id}`} submit="Put in" onClose={onClose} intent={intent}>
      <Field name="What" hint={block?.idea}>
        {(ids) => (
          <select {...ids} className="input" value={chosen} onChange={({ target }) => setChosen(target.value)}>
            <option value="">Choose a pattern or building block</option>
            {of.patterns.length > 0 && (
              <optgroup label="Patterns of this case">
                {of.patterns.map(({ id }) => (
                  <option key={id} value={`pattern:${id}`}>
                    {id}
                  </option>
                ))}
              </optgroup>
            )}
            {[...new Set(blocks.map(({ category }) => category))].map((category) => (
              <optgroup key={category} label={`Building blocks: ${category}`}>
                {blocks
                  .filter((one) => one.category === category)
                  .map(({ id, title }) => (
                    <option key={id} value={`block:${id}`}>
                      {title}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {block !== undefined && (
        <>
          <Choice name="Subsystem" value={subsystem} values={of.system.map(({ id }) => id)} onValue={setSubsystem} />
          <Choice name="Outcome" value={outcome} values={of.outcomes.map(({ id }) => id)} onValue={setOutcome} />
        </>
      )}
      {parameters.map(({ parameter, hint }) => (
        <TextField
          key={parameter}
          name={parameter}
          hint={hint}
          value={values[parameter] ?? ''}
          onText={(value) => setValues({ ...values, [parameter]: value })}
        />
      ))}
    </IntentForm>
  );
}

/** Several values of a parameter are written with a semicolon between them. */
function lists(given: Readonly<Record<string, string>>): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const parts = value.split(';').map((part) => part.trim());
      return [name, parts.length === 1 ? value : parts];
    }),
  );
}

function Choice({
  name,
  value,
  values,
  onValue,
}: {
  readonly name: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly onValue: (value: string) => void;
}) {
  return (
    <Field name={name}>
      {(ids) => (
        <select {...ids} className="input" value={value} onChange={({ target }) => onValue(target.value)}>
          {values.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
