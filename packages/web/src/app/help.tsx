import { Modal } from '../kit/index.js';
import { shortcuts } from './shortcuts.js';

const inText = [
  ['F12', 'Go to what a name stands for'],
  ['F2', 'Rename it everywhere'],
  ['Ctrl+Space', 'Complete'],
  ['Ctrl+F', 'Search in the file'],
] as const;

/** Every key that works everywhere, from the list that obeys them. Views have keys of their own, which they tell themselves. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title="Keys" onClose={onClose}>
      <Keys rows={shortcuts.map(({ keys, what }) => [keys, what])} />
      <section>
        <h3>In the text</h3>
        <Keys rows={inText} />
      </section>
      <p className="soft">
        On a Mac, Command counts as Control. The keys of the argument stand behind <kbd>?</kbd> in its toolbar.
      </p>
    </Modal>
  );
}

function Keys({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="keys">
      {rows.map(([keys, what]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
