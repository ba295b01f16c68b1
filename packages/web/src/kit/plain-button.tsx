import type { ComponentProps } from 'react';

/**
 * A button that looks like `Button` and is nothing but the browser's: for what is loaded first, which shall be small. One
 * that opens a menu or a dialog of React Aria has to be a `Button`.
 */
export function PlainButton({
  look,
  className = '',
  ...rest
}: Omit<ComponentProps<'button'>, 'type'> & { readonly look?: 'primary' | 'quiet' }) {
  return <button {...rest} type="button" className={`button ${look ?? ''} ${className}`} />;
}
