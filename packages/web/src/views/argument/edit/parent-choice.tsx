import type { ElementId } from '@surety/core/case';
import { Field } from '../../../kit/index.js';

/** Which of several parents an element leaves. */
export function ParentChoice({
  parents,
  from,
  onFrom,
}: {
  readonly parents: readonly ElementId[];
  readonly from: ElementId | undefined;
  readonly onFrom: (id: ElementId) => void;
}) {
  return (
    <Field name="It leaves">
      {(ids) => (
        <select {...ids} className="input" value={from} onChange={({ target }) => onFrom(target.value)}>
          {parents.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
