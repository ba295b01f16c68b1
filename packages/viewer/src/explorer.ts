import type { Box, NodeId } from '@surety/core/diagram';
import type { Camera } from './camera.js';
import type { Drawing } from './drawing.js';
import type { Argument } from './fold.js';
import type { Grab } from './gestures.js';
import type { KeyCommand } from './keys.js';
import type { Targets } from './marks.js';
import type { Size, View } from './view.js';

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
