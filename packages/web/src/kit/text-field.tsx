import type { ReactNode } from 'react';
import { Field } from './field.js';

interface Props {
  readonly name: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** Where a dialog was opened to write this: it has the focus, and what stands there is marked if it is to be `replaced`. */
  readonly isFirst?: boolean | 'replaced';
  /** Of several lines. */
  readonly isLong?: boolean;
  readonly isWrong?: boolean;
  readonly type?: 'date';
  /** The first day that can be chosen. */
  readonly min?: string | undefined;
  readonly inputMode?: 'decimal';
  readonly maxLength?: number;
}

/** A named place to write in. */
export function TextField({ name, hint, value, onText, isFirst = false, isLong, isWrong, ...rest }: Props) {
  return (
    <Field name={name} hint={hint}>
      {(ids) => {
        const Place = isLong === true ? 'textarea' : 'input';
        return (
          <Place
            {...ids}
            {...rest}
            className="input"
            autoFocus={isFirst !== false}
            aria-invalid={isWrong}
            value={value}
            onFocus={({ target }: { readonly target: { select(): void } }) => isFirst === 'replaced' && target.select()}
            onChange={({ target }: { readonly target: { readonly value: string } }) => onText(target.value)}
          />
        );
      }}
    </Field>
  );
}
