import type { ComponentProps } from 'react';
import { IntentForm as Base } from '../../../author/index.js';
import { useArgument } from '../use-argument.js';

/** The form of a change; what was changed is selected after it. */
export function IntentForm(props: Omit<ComponentProps<typeof Base>, 'perform'>) {
  const { perform } = useArgument();
  return <Base {...props} perform={perform} />;
}
