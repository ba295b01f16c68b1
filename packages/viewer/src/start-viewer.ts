import { safeLink, unpackScene, type ViewerData } from '@surety/core/diagram';
import { cameraOver } from './camera.js';
import { controlsFor } from './controls.js';
import { draw } from './drawing.js';
import { findAll, searchable } from './find.js';
import { type Argument, argumentOf, firstDepth, foldedBelow, foldsAbove } from './fold.js';
import { frameIn } from './frame.js';
import { listenToGestures } from './gestures.js';
import { commandOf, type KeyCommand } from './keys.js';
import { pictureFor } from './picture.js';
import { adoptStyle } from './style.js';
import { type Step, stepFrom } from './walk.js';
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
  const texts = searchable(scene.nodes);
  const root = argument.forest.roots[0]!;
  const depth = data.collapsed === undefined ? firstDepth(argument) : undefined;
  const folded = depth === undefined ? foldedAtFirst(argument, data.collapsed ?? []) : foldedBelow(argument, depth);
  let drawing = draw(argument, folded);
  let current = root;
  let found: readonly number[] = [];
  let match = -1;

  const prefix = `v-${host.dataset.viewer ?? host.id}-`;
  const picture = pictureFor(drawing, scene.title, prefix);
  const camera = cameraOver(() => drawing.layout, picture.look);
  const zoom = (by: 'in' | 'out' | 'fit' | 'actual') => say(words.zoomed(camera.zoom(by)));
  const controls = controlsFor({ search, goOn, leaveSearch, showLevels, zoom }, argument.deepest);
  const frame = frameIn(host, controls.element, picture.element, {
    prefix,
    caption: data.caption,
    linkText: data.linkText,
  });
  const { port, say } = frame;
  controls.showDepth(depth ?? (folded.size === 0 ? 'all' : 'some'));
  stand(root);

  listenToGestures(port, { pan: camera.pan, roll: camera.roll, zoom: camera.zoomBy });
  frame.root.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    if (target.matches('input, select')) return;
    const on = target === port ? 'picture' : target.closest('[role=treeitem]') === null ? 'controls' : 'node';
    const command = commandOf(event, on);
    if (command === undefined) return;
    event.preventDefault();
    obey(command);
  });
  picture.element.addEventListener('click', ({ target }) => {
    const item = (target as Element).closest('[data-node]');
    if (item === null) return;
    const node = Number(item.getAttribute('data-node'));
    stand(node);
    picture.focus();
    if ((target as Element).closest('.v-toggle') !== null) toggle(node);
  });
  picture.element.addEventListener('dblclick', ({ target }) => {
    const on = target as Element;
    if (on.closest('[data-node]') !== null && on.closest('.v-toggle') === null) frame.follow();
  });
  // The page asks for a node by the link that it carries.
  host.addEventListener('show-node', (event) => {
    const { detail } = event as CustomEvent<string>;
    const node = scene.nodes.findIndex(({ link }) => link === detail);
    if (node < 0) return;
    uncover(node);
    goTo(node);
    picture.focus();
  });
  new ResizeObserver(() => camera.resize({ width: port.clientWidth, height: port.clientHeight }, boxOf(root))).observe(
    port,
  );

  function obey(command: KeyCommand): void {
    switch (command.kind) {
      case 'search':
        controls.focusSearch();
        break;
      case 'zoom':
        zoom(command.by);
        break;
      case 'pan':
        camera.pan(command.dx, command.dy);
        break;
      case 'open':
        frame.follow();
        break;
      case 'step':
        walkTo(command.step);
        break;
      case 'fold':
        if (canFold(argument, current) && !folded.has(current)) toggle(current);
        else walkTo('parent');
        break;
      case 'unfold':
        if (folded.has(current)) toggle(current);
        else walkTo('child');
        break;
    }
  }

  function walkTo(step: Step): void {
    const item = stepFrom(drawing.walk, drawing.index.get(current)!, step);
    goTo(drawing.shown.nodes[item]!);
    picture.focus();
  }

  /** Makes a node the one that the keyboard stands on. */
  function stand(node: number): void {
    current = node;
    picture.mark({ current, found: new Set(found), match: found[match] });
    const { name, text, link } = scene.nodes[node]!;
    frame.tellOf(name, text, link === undefined ? undefined : safeLink(link));
  }

  function goTo(node: number): void {
    stand(node);
    camera.reveal(boxOf(node)!);
  }

  function boxOf(node: number) {
    const item = drawing.index.get(node);
    return item === undefined ? undefined : drawing.layout.boxes[item];
  }

  function toggle(node: number): void {
    const before = drawing.shown.nodes.length;
    if (!folded.delete(node)) folded.add(node);
    redraw(node);
    const hidden = drawing.shown.hidden.get(node);
    const more = drawing.shown.nodes.length - before;
    say(hidden === undefined ? words.unfolded(called(node), more) : words.folded(called(node), hidden));
  }

  /** Draws anew after a fold; one node stays where it is on the screen. */
  function redraw(fixed: number): void {
    const hadFocus =
      document.activeElement?.closest('[role=treeitem]') != null && frame.root.contains(document.activeElement);
    const before = boxOf(fixed);
    drawing = draw(argument, folded);
    while (!drawing.index.has(current)) current = argument.forest.host[current]!;
    picture.show(drawing);
    const after = boxOf(fixed);
    camera.redraw((after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0));
    stand(current);
    if (hadFocus) picture.focus();
    controls.showDepth(folded.size === 0 ? 'all' : 'some');
  }

  function showLevels(levels: number | undefined): void {
    folded.clear();
    if (levels !== undefined) for (const node of foldedBelow(argument, levels)) folded.add(node);
    redraw(root);
    controls.showDepth(levels ?? 'all');
    camera.startAt(boxOf(current));
    say(words.shown(drawing.shown.nodes.length, scene.nodes.length));
  }

  function search(query: string): void {
    found = findAll(texts, query);
    match = -1;
    stand(current);
    const text = query.trim() === '' ? '' : words.matches(found.length);
    controls.showCount(text, found.length > 0);
    say(text);
  }

  function goOn(by: 1 | -1): void {
    if (found.length === 0) return;
    match = match < 0 && by === -1 ? found.length - 1 : (match + by + found.length) % found.length;
    const node = found[match]!;
    uncover(node);
    goTo(node);
    controls.showCount(words.of(match + 1, found.length), true);
    say(words.match(match + 1, found.length, called(node)));
  }

  /** Unfolds what hides a node. */
  function uncover(node: number): void {
    const above = foldsAbove(argument, folded, node);
    for (const fold of above) folded.delete(fold);
    current = node;
    if (above.length > 0) redraw(above[above.length - 1]!);
  }

  function leaveSearch(): void {
    search('');
    picture.focus();
  }

  function called(node: number): string {
    const { name, text } = scene.nodes[node]!;
    return name === '' ? text : name;
  }
}

function foldedAtFirst(argument: Argument, ids: readonly string[]): Set<number> {
  const named = new Map(argument.scene.nodes.map(({ id }, node) => [id, node]));
  return new Set(ids.flatMap((id) => named.get(id) ?? []).filter((node) => canFold(argument, node)));
}

function canFold({ guests }: Argument, node: number): boolean {
  return guests[node]!.length > 0;
}
