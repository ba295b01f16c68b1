import { useRef } from 'react';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { Text } from 'react-aria-components/Text';
import { go, goWith } from '../../../app/route.js';
import { useArgument } from '../use-argument.js';
import { type ActionId, actions, whyNot } from './actions.js';

const groups = ['write', 'link', 'kind', 'delete'] as const;
const names: Readonly<Record<(typeof groups)[number], string>> = {
  write: 'Write',
  link: 'Links',
  kind: 'Kind and name',
  delete: 'Delete',
};

/** What can be done at the selected element, where the pointer or the element is. */
export function ContextMenu({
  at,
  root,
  onClose,
}: {
  readonly at: { readonly x: number; readonly y: number };
  readonly root: string | undefined;
  readonly onClose: () => void;
}) {
  const { selected, look, locked, act } = useArgument();
  const anchor = useRef<HTMLDivElement>(null);
  if (selected === undefined) return null;
  const run = (key: string) => {
    onClose();
    if (key === 'focus') goWith({ root: selected.id, at: selected.id });
    else if (key === 'whole') goWith({ root: undefined, at: selected.id });
    else if (key === 'module') goWith({ in: `module:${selected.module}`, root: undefined, at: selected.id });
    else if (key === 'source') go('text', { at: selected.id });
    else act(key as ActionId);
  };
  return (
    <>
      <div ref={anchor} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(isOpen) => isOpen || onClose()}
        placement="bottom start"
      >
        <Menu
          className="menu context-menu"
          aria-label={`What to do at ${selected.id}`}
          autoFocus="first"
          onAction={(key) => run(`${key}`)}
          disabledKeys={disabled()}
        >
          <MenuSection aria-label="Look">
            {root === selected.id ? (
              <MenuItem id="whole" className="menu-item" textValue="Show the whole argument">
                Show the whole argument <kbd>F</kbd>
              </MenuItem>
            ) : (
              <MenuItem id="focus" className="menu-item" textValue="Show only what is below">
                Show only what is below <kbd>f</kbd>
              </MenuItem>
            )}
            {selected.module !== undefined && (
              <MenuItem id="module" className="menu-item">
                Go to module {selected.module}
              </MenuItem>
            )}
            <MenuItem id="source" className="menu-item">
              Open in the text
            </MenuItem>
          </MenuSection>
          {groups.map((group) => (
            <MenuSection key={group} aria-label={names[group]}>
              <Separator className="menu-line" />
              {actions
                .filter((action) => action.group === group)
                .map(({ id, title, keys }) => (
                  <MenuItem key={id} id={id} className="menu-item" textValue={title}>
                    <Text slot="label">{title}</Text>
                    <kbd>{keys[0].replace('Arrow', '')}</kbd>
                    {whyNot(id, selected, look) !== undefined && (
                      <Text slot="description" className="menu-why">
                        {whyNot(id, selected, look)}
                      </Text>
                    )}
                  </MenuItem>
                ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );

  function disabled(): readonly string[] {
    return actions
      .filter(({ id }) => locked !== undefined || whyNot(id, selected!, look) !== undefined)
      .map(({ id }) => id);
  }
}
