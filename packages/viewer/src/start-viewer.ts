import { safeLink, unpackScene, type ViewerData } from '@surety/core/diagram';
import { controlsFor } from './controls.js';
import { draw } from './drawing.js';
import { explore } from './explore.js';
import { type Argument, argumentOf, canFold, firstDepth, foldedBelow } from './fold.js';
import { frameIn } from './frame.js';
import { commandOf } from './keys.js';
import { adoptStyle } from './style.js';
import { words } from './words.js';

/**
 * Shows a diagram that can be moved, searched and folded in an element of a page. What the element held, the picture as
 * it is without scripts, stays for print. Needs the style of diagrams in the page (`diagramStyle`); uses nothing of a
 * network. A scene without nodes leaves the element as it is. A `show-node` event on the element, with the link of a
 * node as its detail, shows that node.
 */
export function startViewer(host: HTMLElement, data: ViewerData): void {
  const scene = unpackScene(data.scene);
  if (scene.nodes.length === 0) return;
  adoptStyle();
  const argument = argumentOf(scene);
  const depth = data.collapsed === undefined ? firstDepth(argument) : undefined;
  const folded = depth === undefined ? foldedAtFirst(argument, data.collapsed ?? []) : foldedBelow(argument, depth);

  const prefix = `v-${host.dataset.viewer ?? host.id}-`;
  const controls = controlsFor(
    {
      search: (query) => explorer.search(query),
      goOn: (by) => explorer.goOn(by),
      leaveSearch: () => {
        explorer.search('');
        explorer.focus();
      },
      showLevels: (levels) => explorer.showLevels(levels),
      zoom: (by) => explorer.obey({ kind: 'zoom', by }),
    },
    argument.deepest,
  );
  const frame = frameIn(host, controls.element, { prefix, caption: data.caption, linkText: data.linkText });
  const { port, say } = frame;
  const explorer = explore({
    port,
    prefix,
    first: draw(argument, folded),
    folded,
    depth,
    draw: ({ folded: now }) => draw(argument, now),
    told: {
      say,
      stand: (node) => {
        const { name, text, link } = scene.nodes[node]!;
        frame.tellOf(name, text, link === undefined ? undefined : safeLink(link));
      },
      count: (matches) => {
        if (matches === undefined) controls.showCount('', false);
        else if (matches.at === 0) controls.showCount(words.matches(matches.of), matches.of > 0);
        else controls.showCount(words.of(matches.at, matches.of), true);
      },
      depth: controls.showDepth,
    },
  });

  frame.root.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (target.matches('input, select')) return;
    const on = target === port ? 'picture' : target.closest('[role=treeitem]') === null ? 'controls' : 'node';
    const command = commandOf(event, on);
    if (command === undefined) return;
    event.preventDefault();
    if (command.kind === 'search') controls.focusSearch();
    else if (command.kind === 'open') frame.follow();
    else explorer.obey(command);
  });
  port.addEventListener('dblclick', ({ target }) => {
    const on = target as Element;
    if (on.closest('[data-node]') !== null && on.closest('.v-toggle') === null) frame.follow();
  });
  // The page asks for a node by the link that it carries.
  host.addEventListener('show-node', (event) => {
    const { detail } = event as CustomEvent<string>;
    const node = scene.nodes.findIndex(({ link }) => link === detail);
    if (node >= 0) explorer.goTo(node, explorer.focus);
  });
}

function foldedAtFirst(argument: Argument, ids: readonly string[]): Set<number> {
  const named = new Map(argument.scene.nodes.map(({ id }, node) => [id, node]));
  return new Set(ids.flatMap((id) => named.get(id) ?? []).filter((node) => canFold(argument, node)));
}
