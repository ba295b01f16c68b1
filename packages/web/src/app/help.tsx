import { Modal } from '../kit/index.js';
import { shortcuts } from './shortcuts.js';

/** Every key that works everywhere, from the list that obeys them. Views have keys of their own, which they tell themselves. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl className="keys">
        {shortcuts.map(({ keys, what }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        On a Mac, Command counts as Control. The argument and the text have further keys: <kbd>?</kbd> in the toolbar of
        the argument; in the text F12 goes to what a name stands for, F2 renames it, Ctrl+Space completes, Ctrl+F
        searches.
      </p>
    </Modal>
  );
}
