import type { Element } from '@surety/core/case';
import { ChallengeForm } from '../../../author/index.js';
import { useArgument } from '../use-argument.js';
import type { ActionId } from './actions.js';
import { AddForm } from './add-form.js';
import { BlockForm } from './block-form.js';
import { DisconnectForm } from './disconnect-form.js';
import { DoubtForm } from './doubt-form.js';
import { DeleteForm, RenameForm, RetypeForm, SplitForm } from './kind-forms.js';
import { PickerForm } from './picker-form.js';

/** The dialog of an action that asks for something; the others are done at once. */
export function EditDialog({
  action,
  element,
  onClose,
}: {
  readonly action: ActionId;
  readonly element: Element;
  readonly onClose: () => void;
}) {
  const { perform } = useArgument();
  const props = { element, onClose };
  switch (action) {
    case 'add':
      return <AddForm {...props} />;
    case 'doubt':
      return <DoubtForm {...props} />;
    case 'challenge':
      return <ChallengeForm {...props} perform={perform} />;
    case 'block':
      return <BlockForm {...props} />;
    case 'connect':
    case 'move':
      return <PickerForm kind={action} {...props} />;
    case 'disconnect':
      return <DisconnectForm {...props} />;
    case 'retype':
      return <RetypeForm {...props} />;
    case 'rename':
      return <RenameForm {...props} />;
    case 'delete':
      return <DeleteForm {...props} />;
    case 'split':
      return <SplitForm {...props} />;
    case 'text':
    case 'undeveloped':
    case 'earlier':
    case 'later':
      return null;
  }
}
