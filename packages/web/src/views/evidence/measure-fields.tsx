import type { MeasureKind } from '@surety/core/case';
import { Field } from '../../kit/index.js';
import { type Draft, measuredBy } from './entry.js';
import { kindsFor, type MeasureField, measureForms } from './measure-forms.js';

/** What is measured of the file: the kinds that fit it, and what the chosen one needs. */
export function MeasureFields({
  draft,
  isFaultTree,
  onDraft,
}: {
  readonly draft: Draft;
  readonly isFaultTree: boolean;
  readonly onDraft: (change: Partial<Draft>) => void;
}) {
  const kinds = kindsFor(isFaultTree);
  const say = (key: string, value: string) => onDraft({ values: { ...draft.values, [key]: value } });
  return (
    <>
      <Field name="What is measured">
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={draft.kind}
            onChange={({ target }) => onDraft(measuredBy(target.value as MeasureKind))}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {measureForms[kind].title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isFaultTree && (
        <Field name="Top event" hint="The gate that it is about; the only one that no other uses, if empty.">
          {(ids) => (
            <input
              {...ids}
              className="input"
              autoComplete="off"
              value={draft.top}
              onChange={({ target }) => onDraft({ top: target.value })}
            />
          )}
        </Field>
      )}
      {measureForms[draft.kind].fields.map((field) => (
        <One key={`${draft.kind} ${field.key}`} field={field} value={draft.values[field.key] ?? ''} onValue={say} />
      ))}
    </>
  );
}

function One({
  field: { key, name, hint, is, optional },
  value,
  onValue,
}: {
  readonly field: MeasureField;
  readonly value: string;
  readonly onValue: (key: string, value: string) => void;
}) {
  if (is === 'flag') {
    return (
      <label className="check">
        <input
          type="checkbox"
          checked={value === 'true'}
          onChange={({ target }) => onValue(key, target.checked ? 'true' : '')}
        />
        <span>{name}</span>
      </label>
    );
  }
  return (
    <Field name={optional === true ? `${name} (optional)` : name} {...(hint === undefined ? {} : { hint })}>
      {(ids) =>
        Array.isArray(is) ? (
          <select {...ids} className="input" value={value} onChange={({ target }) => onValue(key, target.value)}>
            {is.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        ) : (
          <input
            {...ids}
            className="input"
            autoComplete="off"
            inputMode={is === 'number' ? 'decimal' : 'text'}
            value={value}
            onChange={({ target }) => onValue(key, target.value)}
          />
        )
      }
    </Field>
  );
}
