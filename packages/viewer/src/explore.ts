import { cameraOver } from './camera.js';
import type { Explorer, ExplorerOptions } from './explorer.js';
import { findingIn } from './finding.js';
import { canFold, foldedBelow, foldsAbove } from './fold.js';
import { listenToGestures } from './gestures.js';
import type { Targets } from './marks.js';
import { matchesIn } from './matches.js';
import { type Picture, pictureFor } from './picture.js';
import { redrawingOf } from './redrawing.js';
import { argumentOf, boxOf, called, nodeAt, type Standing } from './standing.js';
import { type Step, stepFrom } from './walk.js';
import { words } from './words.js';

export function explore({ port, prefix, first, folded, depth, told, draw, grab }: ExplorerOptions): Explorer {
  const standing: Standing = {
    drawing: first,
    folded: new Set(folded),
    current: first.argument.forest.roots[0]!,
  };
  let targets: Targets | undefined;

  const picture: Picture = pictureFor(first, prefix);
  port.append(picture.element);
  const camera = cameraOver(
    () => standing.drawing.layout,
    (view, size) => {
      picture.look(view, size);
      told.looked?.(view, size);
    },
  );
  const matches = matchesIn(first.argument);
  const { redraw, replace } = redrawingOf({ standing, picture, camera, matches, told, draw, mark });
  const { search, filter, goOn } = findingIn({ standing, matches, told, mark, goTo });
  listenToGestures(port, {
    pan: camera.pan,
    roll: camera.roll,
    zoom: camera.zoomBy,
    grab: (target, event) => {
      const node = nodeAt(target);
      return node === undefined || target.closest('.v-toggle') !== null ? undefined : grab?.(node, event);
    },
  });
  picture.element.addEventListener('click', ({ target }) => {
    const node = nodeAt(target as Element);
    if (node === undefined) return;
    stand(node);
    picture.focus();
    if ((target as Element).closest('.v-toggle') !== null) toggle(node);
  });
  // Whoever comes to a node without a click, by the keyboard or with a screen reader, stands there, and sees where that is.
  picture.element.addEventListener('focusin', ({ target }) => {
    const node = nodeAt(target as Element);
    if (node === undefined) return;
    if (node !== standing.current) stand(node);
    if ((target as Element).matches(':focus-visible')) camera.reveal(boxOf(standing, node)!);
  });
  const sizes = new ResizeObserver(() =>
    camera.resize(
      { width: port.clientWidth, height: port.clientHeight },
      boxOf(standing, standing.current) ?? boxOf(standing, root()),
    ),
  );
  sizes.observe(port);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', picture.repaint);
  told.depth(depth ?? (standing.folded.size === 0 ? 'all' : 'some'));
  mark();
  told.stand(standing.current, true);

  return {
    drawing: () => standing.drawing,
    current: () => standing.current,
    folded: () => standing.folded,
    camera,
    port,
    obey,
    stand,
    goTo,
    toggle,
    showLevels,
    search,
    filter,
    goOn,
    target: (next) => {
      targets = next;
      mark();
    },
    replace,
    focus: picture.focus,
    repaint: picture.repaint,
    boxOf: (node) => boxOf(standing, node),
    nodeAt,
    close: () => {
      sizes.disconnect();
      scheme.removeEventListener('change', picture.repaint);
      camera.close();
      picture.close();
      picture.element.remove();
    },
  };

  function root(): number {
    return argumentOf(standing).forest.roots[0]!;
  }

  function obey(command: Parameters<Explorer['obey']>[0]): void {
    switch (command.kind) {
      case 'zoom':
        told.say(words.zoomed(camera.zoom(command.by)));
        break;
      case 'pan':
        camera.pan(command.dx, command.dy);
        break;
      case 'step':
        walkTo(command.step);
        break;
      case 'match':
        goOn(command.by);
        break;
      case 'fold':
        if (canFold(argumentOf(standing), standing.current) && !standing.folded.has(standing.current))
          toggle(standing.current);
        else walkTo('parent');
        break;
      case 'unfold':
        if (standing.folded.has(standing.current)) toggle(standing.current);
        else walkTo('child');
        break;
    }
  }

  function walkTo(step: Step): void {
    const { walk, index, shown } = standing.drawing;
    const item = stepFrom(walk, index.get(standing.current)!, step);
    goTo(shown.nodes[item]!, () => {
      // Who walks in another tree of the same nodes keeps the focus there.
      if (port.contains(document.activeElement)) picture.focus();
    });
  }

  function mark(): void {
    const [found, match] = [matches.found(), matches.match()];
    picture.mark({ current: standing.current, found, match, faintOthers: matches.isFiltered(), targets });
  }

  function stand(node: number): void {
    if (!standing.drawing.index.has(node)) return;
    standing.current = node;
    mark();
    told.stand(node, false);
  }

  function goTo(node: number, then?: () => void): void {
    const arrive = () => {
      stand(node);
      camera.reveal(boxOf(standing, node)!);
      then?.();
    };
    const above = foldsAbove(argumentOf(standing), standing.folded, node);
    if (above.length === 0) arrive();
    else redraw(above.at(-1)!, (open) => without(open, above), arrive);
  }

  function toggle(node: number): void {
    const before = standing.drawing.shown.nodes.length;
    redraw(
      node,
      (open) => (open.has(node) ? without(open, [node]) : new Set([...open, node])),
      () => {
        const { shown } = standing.drawing;
        const hidden = shown.hidden.get(node);
        const more = shown.nodes.length - before;
        told.say(
          hidden === undefined
            ? words.unfolded(called(standing, node), more)
            : words.folded(called(standing, node), hidden),
        );
      },
    );
  }

  function showLevels(levels: number | undefined): void {
    redraw(
      root(),
      () => (levels === undefined ? new Set() : foldedBelow(argumentOf(standing), levels)),
      () => {
        told.depth(levels ?? 'all');
        camera.startAt(boxOf(standing, standing.current));
        told.say(words.shown(standing.drawing.shown.nodes.length, argumentOf(standing).scene.nodes.length));
      },
    );
  }
}

function without(set: ReadonlySet<number>, gone: readonly number[]): Set<number> {
  const rest = new Set(set);
  for (const one of gone) rest.delete(one);
  return rest;
}
