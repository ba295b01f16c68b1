import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { shownTheme } from '../../app/theme.js';
import { Button } from '../../kit/index.js';
import { reason } from '../../reason.js';
import { useWorkspace } from '../../workspace/index.js';
import { pngOf, saveAs } from './picture.js';
import { useArgument } from './use-argument.js';
import type { Diagram } from './use-diagram.js';

const choices = [
  ['link', 'Copy a link to this place'],
  ['svg', 'Copy as SVG'],
  ['png', 'Copy as PNG'],
  ['save-svg', 'Save as SVG'],
  ['save-png', 'Save as PNG'],
] as const;
type Choice = (typeof choices)[number][0];

/** The diagram as it is folded now, to take along. */
export function CopyMenu({ diagram }: { readonly diagram: Diagram | undefined }) {
  const workspace = useWorkspace();
  const { explorer, of } = useArgument();

  async function svg(): Promise<string> {
    if (diagram === undefined || explorer === undefined) throw new Error('There is no diagram yet');
    const { ask, serial } = diagram;
    const asked = { ask, serial, folded: [...explorer.folded()], theme: shownTheme() };
    const picture = await workspace.ask('picture', asked);
    if (picture === null) throw new Error('The case was changed meanwhile: try again');
    return picture;
  }

  async function copy(choice: Choice): Promise<void> {
    switch (choice) {
      case 'link':
        return navigator.clipboard.writeText(location.href);
      case 'svg':
        return navigator.clipboard.writeText(await svg());
      case 'png':
        // Given as a promise, the picture may take its time without the browser forgetting that somebody asked for it.
        return navigator.clipboard.write([new ClipboardItem({ 'image/png': svg().then(pngOf) })]);
      case 'save-svg':
        return saveAs(`${of.id}.svg`, new Blob([await svg()], { type: 'image/svg+xml' }));
      case 'save-png':
        return saveAs(`${of.id}.png`, await pngOf(await svg()));
    }
  }

  const run = (choice: Choice) => {
    copy(choice).then(
      () => workspace.notify('good', choice.startsWith('save') ? 'Saved' : 'Copied'),
      (error: unknown) => workspace.notify('bad', `Not copied: ${reason(error)}`),
    );
  };
  return (
    <MenuTrigger>
      <Button>Copy</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label="Copy the diagram" onAction={(key) => run(key as Choice)}>
          {choices.map(([id, title]) => (
            <MenuItem key={id} id={id} className="menu-item">
              {title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
