import { Button as Base, type ButtonProps } from 'react-aria-components/Button';

export function Button({ look, className, ...rest }: ButtonProps & { readonly look?: 'primary' | 'quiet' }) {
  return <Base {...rest} className={`button ${look ?? ''} ${typeof className === 'string' ? className : ''}`} />;
}
