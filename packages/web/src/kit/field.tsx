import { type ReactNode, useId } from 'react';

/** A named place to write in or to choose from; `children` gets the ids that tie it to its name and its hint. */
export function Field({
  name,
  hint,
  children,
}: {
  readonly name: string;
  readonly hint?: ReactNode;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}) {
  const id = useId();
  const hintId = `${id}hint`;
  return (
    <div className="field">
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      {children({ id, ...(hint === undefined ? {} : { 'aria-describedby': hintId }) })}
      {hint !== undefined && (
        <span className="field-hint" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  );
}
