import type { Box, NodeId } from '@surety/core/diagram';
import { type Camera, cameraOver } from './camera.js';
import type { Drawing } from './drawing.js';
import { type Argument, canFold, foldedBelow, foldsAbove } from './fold.js';
import { type Grab, listenToGestures } from './gestures.js';
import type { KeyCommand } from './keys.js';
import { matchesIn } from './matches.js';
import { type Picture, pictureFor, type Targets } from './picture.js';
import { turns } from './turns.js';
import type { Size, View } from './view.js';
import { type Step, stepFrom } from './walk.js';
import { words } from './words.js';

/** What is drawn of an argument while some of its nodes are folded. */
export interface Folding {
  readonly argument: Argument;
  readonly folded: ReadonlySet<number>;
}

/** What the explorer tells those around it. Nodes are named by their index in the whole scene. */
export interface Told {
  /** The node that the keyboard stands on: somebody went there, or all is drawn anew and nobody moved. */
  readonly stand: (node: number, isRedrawn: boolean) => void;
  /** For those who hear the page. */
  readonly say: (text: string) => void;
  /** How many matches there are, and which of them is looked at, counted from 1; 0: none yet. Undefined: nothing is looked for. */
  readonly count: (matches: { readonly at: number; readonly of: number } | undefined) => void;
  /** What is shown: so many levels, all of them, or neither. */
  readonly depth: (depth: number | 'all' | 'some') => void;
  readonly looked?: (view: View, port: Size) => void;
  readonly drawn?: (drawing: Drawing) => void;
}

export interface ExplorerOptions {
  /** The window through which the picture is seen; it is put in there. */
  readonly port: HTMLElement;
  /** Of the ids of nodes. */
  readonly prefix: string;
  readonly first: Drawing;
  readonly folded: ReadonlySet<number>;
  readonly depth: number | undefined;
  readonly told: Told;
  /** Draws; later where it gives a promise, which must come true. */
  readonly draw: (of: Folding) => Drawing | Promise<Drawing>;
  /** What a drag that begins on a node does, in place of moving the picture. */
  readonly grab?: (node: number, event: PointerEvent) => Grab | undefined;
}

/** A diagram that is moved, walked, searched and folded, without anything around it. */
export interface Explorer {
  readonly drawing: () => Drawing;
  readonly current: () => number;
  readonly folded: () => ReadonlySet<number>;
  readonly camera: Camera;
  readonly port: HTMLElement;
  readonly obey: (command: Exclude<KeyCommand, { kind: 'search' | 'open' }>) => void;
  /** Makes a node the one that the keyboard stands on; it must be drawn. */
  readonly stand: (node: number) => void;
  /** Unfolds what hides a node, stands on it and brings it into sight. */
  readonly goTo: (node: number, then?: () => void) => void;
  readonly toggle: (node: number) => void;
  readonly showLevels: (levels: number | undefined) => void;
  readonly search: (query: string) => void;
  /** Only these are found, and the others are drawn faintly; undefined: all. */
  readonly filter: (nodes: ReadonlySet<NodeId> | undefined) => void;
  readonly goOn: (by: 1 | -1) => void;
  /** Shows where something may be put, by node. */
  readonly target: (targets: Targets | undefined) => void;
  /** Takes another argument; what both have stays folded and in its place. `anew`: it starts from the top, folded as given. */
  readonly replace: (
    next: Argument,
    anew?: { readonly folded: ReadonlySet<number>; readonly depth: number | undefined },
  ) => void;
  readonly focus: () => void;
  /** The colours of the page are others. */
  readonly repaint: () => void;
  /** Where a node stands in the picture; undefined where it is not drawn. */
  readonly boxOf: (node: number) => Box | undefined;
  /** The node at an element of the picture. */
  readonly nodeAt: (target: Element) => number | undefined;
  readonly close: () => void;
}

export function explore({
  port,
  prefix,
  first,
  folded: foldedFirst,
  depth,
  told,
  draw,
  grab,
}: ExplorerOptions): Explorer {
  let drawing = first;
  let { argument } = first;
  let folded: Set<number> = new Set(foldedFirst);
  let current = argument.forest.roots[0]!;
  let targets: Targets | undefined;

  const picture: Picture = pictureFor(drawing, prefix);
  port.append(picture.element);
  const camera = cameraOver(
    () => drawing.layout,
    (view, size) => {
      picture.look(view, size);
      told.looked?.(view, size);
    },
  );
  const matches = matchesIn(argument);
  const inTurn = turns();
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
    if (node !== current) stand(node);
    if ((target as Element).matches(':focus-visible')) camera.reveal(boxOf(node)!);
  });
  const sizes = new ResizeObserver(() =>
    camera.resize({ width: port.clientWidth, height: port.clientHeight }, boxOf(argument.forest.roots[0]!)),
  );
  sizes.observe(port);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', picture.repaint);
  told.depth(depth ?? (folded.size === 0 ? 'all' : 'some'));
  mark();
  told.stand(current, true);

  return {
    drawing: () => drawing,
    current: () => current,
    folded: () => folded,
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
    boxOf,
    nodeAt,
    close: () => {
      sizes.disconnect();
      scheme.removeEventListener('change', picture.repaint);
      camera.close();
      picture.element.remove();
    },
  };

  function obey(command: Exclude<KeyCommand, { kind: 'search' | 'open' }>): void {
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
    goTo(drawing.shown.nodes[item]!, () => {
      // Who walks in another tree of the same nodes keeps the focus there.
      if (port.contains(document.activeElement)) picture.focus();
    });
  }

  function mark(): void {
    const [found, match] = [matches.found(), matches.match()];
    picture.mark({ current, found, match, faintOthers: matches.isFiltered(), targets });
  }

  function stand(node: number): void {
    if (!drawing.index.has(node)) return;
    current = node;
    mark();
    told.stand(node, false);
  }

  function goTo(node: number, then?: () => void): void {
    const arrive = () => {
      stand(node);
      camera.reveal(boxOf(node)!);
      then?.();
    };
    const above = foldsAbove(argument, folded, node);
    if (above.length === 0) arrive();
    else redraw(above.at(-1)!, (open) => without(open, above), arrive);
  }

  function boxOf(node: number): Box | undefined {
    const item = drawing.index.get(node);
    return item === undefined ? undefined : drawing.layout.boxes[item];
  }

  function nodeAt(target: Element): number | undefined {
    const at = target.closest('[data-node]')?.getAttribute('data-node');
    return at == null ? undefined : Number(at);
  }

  function toggle(node: number): void {
    const before = drawing.shown.nodes.length;
    redraw(
      node,
      (open) => (open.has(node) ? without(open, [node]) : new Set([...open, node])),
      () => {
        const hidden = drawing.shown.hidden.get(node);
        const more = drawing.shown.nodes.length - before;
        told.say(hidden === undefined ? words.unfolded(called(node), more) : words.folded(called(node), hidden));
      },
    );
  }

  /** Draws anew after a fold; one node stays where it is on the screen. */
  function redraw(fixed: number, change: (folded: ReadonlySet<number>) => Set<number>, then: () => void): void {
    const of = argument;
    inTurn((done) => {
      // Folded while another argument was on its way: what was meant is not there any more.
      if (argument !== of) return done();
      const next = change(folded);
      drawn(draw({ argument, folded: next }), (made) => {
        folded = next;
        take(made, fixed, fixed);
        then();
        done();
      });
    });
  }

  /** Shows a drawing; a node of the old one stays where it is as another of the new one. */
  function take(next: Drawing, before: number, after: number): void {
    const hadFocus = picture.element.contains(document.activeElement);
    const was = boxOf(before);
    drawing = next;
    ({ argument } = next);
    while (!drawing.index.has(current)) current = argument.forest.host[current]!;
    picture.show(drawing);
    const is = boxOf(after);
    camera.redraw((is?.x ?? 0) - (was?.x ?? 0), (is?.y ?? 0) - (was?.y ?? 0));
    mark();
    told.stand(current, true);
    if (hadFocus) picture.focus();
    told.depth(folded.size === 0 ? 'all' : 'some');
    told.drawn?.(drawing);
  }

  function showLevels(levels: number | undefined): void {
    const root = argument.forest.roots[0]!;
    redraw(
      root,
      () => (levels === undefined ? new Set() : foldedBelow(argument, levels)),
      () => {
        told.depth(levels ?? 'all');
        camera.startAt(boxOf(current));
        told.say(words.shown(drawing.shown.nodes.length, argument.scene.nodes.length));
      },
    );
  }

  function search(query: string): void {
    matches.search(query);
    tellMatches();
    const count = matches.count();
    told.say(count === undefined ? '' : words.matches(count.of));
  }

  function filter(nodes: ReadonlySet<NodeId> | undefined): void {
    matches.filter(nodes);
    tellMatches();
  }

  function tellMatches(): void {
    mark();
    told.count(matches.count());
  }

  function goOn(by: 1 | -1): void {
    const node = matches.goOn(by);
    if (node === undefined) return;
    goTo(node);
    const { at, of } = matches.count()!;
    told.count({ at, of });
    told.say(words.match(at, of, called(node)));
  }

  function replace(
    next: Argument,
    anew?: { readonly folded: ReadonlySet<number>; readonly depth: number | undefined },
  ): void {
    inTurn((done) => {
      const index = new Map(next.scene.nodes.map(({ id }, node) => [id, node]));
      const carried = (node: number) => index.get(argument.scene.nodes[node]!.id);
      const nextFolded = new Set(anew?.folded ?? [...folded].flatMap((node) => carried(node) ?? []));
      for (const node of nextFolded) if (!canFold(next, node)) nextFolded.delete(node);
      drawn(draw({ argument: next, folded: nextFolded }), (made) => {
        const kept = nearestIn(made, carried);
        folded = nextFolded;
        matches.renew(next);
        current = kept.after;
        take(made, kept.before, kept.after);
        told.count(matches.count());
        if (anew !== undefined) {
          told.depth(anew.depth ?? (folded.size === 0 ? 'all' : 'some'));
          camera.startAt(boxOf(next.forest.roots[0]!));
        }
        done();
      });
    });
  }

  /** The current node, or the nearest above it that another drawing has too: as it is in this one, and in that. */
  function nearestIn(
    made: Drawing,
    carried: (node: number) => number | undefined,
  ): { readonly before: number; readonly after: number } {
    const { host, roots } = argument.forest;
    for (let before = current; before >= 0; before = host[before]!) {
      const after = carried(before);
      if (after !== undefined && made.index.has(after)) return { before, after };
    }
    return { before: roots[0]!, after: made.argument.forest.roots[0]! };
  }

  function called(node: number): string {
    const { name, text } = argument.scene.nodes[node]!;
    return name === '' ? text : name;
  }
}

function without(set: ReadonlySet<number>, gone: readonly number[]): Set<number> {
  const rest = new Set(set);
  for (const one of gone) rest.delete(one);
  return rest;
}

function drawn(made: Drawing | Promise<Drawing>, then: (made: Drawing) => void): void {
  if (made instanceof Promise) void made.then(then);
  else then(made);
}
