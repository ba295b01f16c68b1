import type { Element } from '@surety/core/case';
import { goWith } from '../../../app/route.js';
import { Badge, Button, Empty, ViewLink, Words } from '../../../kit/index.js';
import { shapeSigns } from '../shape-signs.js';
import { useArgument } from '../use-argument.js';
import { DoubtSection } from './doubt-section.js';
import { FindingsSection } from './findings-section.js';
import { LinksSection } from './links-section.js';
import { SignOffSection } from './sign-off-section.js';

/** What is known of the selected element: what it says, what it is worth and why, what it is linked to, what is open. */
export function Inspector({
  onMenu,
  root,
}: {
  readonly onMenu: (near: HTMLElement) => void;
  readonly root: string | undefined;
}) {
  const { selected, module, locked } = useArgument();
  if (module !== undefined) {
    return (
      <aside className="inspector" aria-label={`Selected module ${module.name}`}>
        <header className="inspector-head">
          <span className="shape-sign" aria-hidden="true">
            M
          </span>
          <h2>{module.name}</h2>
          <span className="soft">module</span>
        </header>
        {module.text !== '' && <p className="inspector-text">{module.text}</p>}
        <div>
          <Button onPress={() => goWith({ in: `module:${module.name}`, root: undefined, at: undefined })}>
            Open the module
          </Button>
        </div>
      </aside>
    );
  }
  if (selected === undefined) {
    return (
      <aside className="inspector" aria-label="Selected element">
        <Empty title="No element is selected">
          <p>
            Select one in the diagram or the outline: here stands what it is worth, where its number comes from and what
            is open at it.
          </p>
        </Empty>
      </aside>
    );
  }
  return (
    <aside className="inspector" aria-label={`Selected element ${selected.id}`}>
      <header className="inspector-head">
        <span className={`shape-sign ${selected.type}`} aria-hidden="true">
          {shapeSigns[selected.form ?? selected.type]}
        </span>
        <h2>{selected.id}</h2>
        <span className="soft">{(selected.form ?? selected.type).replace('-', ' ')}</span>
        <span className="push" />
        <Button
          isDisabled={locked !== undefined}
          aria-haspopup="menu"
          onPress={({ target }) => onMenu(target as HTMLElement)}
        >
          Edit
        </Button>
      </header>
      {locked !== undefined && <p className="soft">{locked}</p>}
      <p className="inspector-text">
        <Words>{selected.text}</Words>
      </p>
      <Marks element={selected} />
      <div className="row">
        <ViewLink view="text" params={{ at: selected.id }}>
          Open in the text
        </ViewLink>
        {root !== selected.id && selected.supportedBy.length > 0 && (
          <Button look="quiet" onPress={() => goWith({ root: selected.id, at: selected.id })}>
            Show only what is below
          </Button>
        )}
      </div>
      <DoubtSection element={selected} />
      <LinksSection element={selected} />
      <FindingsSection element={selected} />
      <SignOffSection element={selected} />
    </aside>
  );
}

function Marks({ element }: { readonly element: Element }) {
  const { category, owner, subsystem, outcome, block, module, uses, instance, undeveloped, supportedBy } = element;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Category', category],
    ['Owner', owner],
    ['Subsystem', subsystem],
    ['Outcome', outcome],
    ['Building block', block],
    ['Module', module],
    ['Pattern', uses?.pattern ?? instance?.pattern],
  ];
  const stated = facts.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
  const isOpen = undeveloped && supportedBy.length === 0;
  return (
    <>
      {isOpen && (
        <div>
          <Badge tone="open">undeveloped</Badge>
        </div>
      )}
      {stated.length > 0 && (
        <dl className="facts">
          {stated.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
