import { Modal } from '../../kit/index.js';
import { actions } from './edit/actions.js';

const moving: readonly (readonly [string, string])[] = [
  ['→  ←', 'Unfold and fold; or go to a child, and back'],
  ['↓  ↑', 'Go on and back in reading order'],
  ['Shift+↓  Shift+↑', 'Go to the next sibling, or the one before'],
  ['Home  End', 'Go to the first, or the last'],
  ['/', 'Search'],
  ['n  N', 'Go to the next match, or the one before'],
  ['+  −', 'Zoom in and out; with Control and the wheel, or with two fingers'],
  ['0  1', 'Show all of it; show it at 100 %'],
  ['f  F', 'Show only what is below; show the whole argument'],
  ['Enter', 'Open the module of an away element; else edit the text'],
  ['.', 'Menu of what can be done'],
  ['Arrow keys on the diagram', 'Move it'],
];

/** Every key of the view, made from the lists that obey them. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title="Keys of the argument" onClose={onClose}>
      <Keys title="Move and look" rows={moving} />
      <Keys
        title="Change"
        rows={actions.map(({ keys, title }) => [keys.join(', ').replaceAll('Arrow', ''), title] as const)}
      />
      <p className="soft">
        Drag an element onto another to move it there, with Alt to connect the two. Ctrl+Z and Ctrl+Shift+Z undo and
        redo.
      </p>
    </Modal>
  );
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
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
    </section>
  );
}
