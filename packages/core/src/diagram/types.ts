import type { Category, ElementId } from '../case/index.js';

/**
 * The way of a diagram: a case becomes a `Scene` (what is drawn), each node gets its lines of text and its size
 * (`MeasuredScene`), every box gets a place and every edge a route (`Layout`), and the painter makes SVG of all three.
 * All of it is plain data; the same steps run in the command line and in a browser.
 */

/** Unique in its scene, and the same for the same thing in other scenes of the case. */
export type NodeId = string;

/** Every key of T, even where nothing is said: objects of one make are read and copied several times faster. */
export type Complete<T> = { [Key in keyof Required<T>]: T[Key] };

/** The shapes of GSN v3. Away elements are the shape of what they cite, with `away` set. */
export type Shape =
  | 'goal'
  | 'strategy'
  | 'solution'
  | 'context'
  | 'assumption'
  | 'justification'
  | 'counter-goal'
  | 'counter-solution'
  | 'challenge'
  | 'module'
  | 'contract'
  /** The diamond of a choice in a pattern; its text is `1 of 2`. */
  | 'choice';

/** Signs of GSN v3 at a node. */
export type Mark =
  | 'undeveloped'
  | 'uninstantiated'
  /** A goal that another module's contract develops. */
  | 'to be supported by contract'
  | 'public'
  | 'defeated';

/** What a comparison says of a node or an edge. */
export type Change = 'added' | 'removed' | 'moved' | 'changed';

/** What a colour stands for; a word or a sign beside it says the same. */
export type Tone = 'good' | 'bad' | 'open' | 'plain';

export interface Scene {
  readonly title: string;
  /** What the picture shows, in one or two sentences: its text alternative. */
  readonly description: string;
  /** In reading order: depth first, an element's context right behind it. */
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** What the signs and colours in use mean; drawn below the picture. */
  readonly legend: readonly LegendEntry[];
}

export interface SceneNode {
  readonly id: NodeId;
  /** The element that it stands for; a module, a contract or a choice stands for none. */
  readonly element?: ElementId;
  readonly shape: Shape;
  /** Its name in bold: `G1`. */
  readonly name: string;
  readonly text: string;
  /** The module where the cited element stands. */
  readonly away?: string;
  readonly marks: readonly Mark[];
  readonly category?: Category;
  /** Short facts below the text: layers, and states such as `open challenge`. */
  readonly tags: readonly { readonly text: string; readonly tone: Tone }[];
  /** The doubt overlay: the number in words, and its place on a logarithmic axis from 1e-6 (0) to 1 (1). */
  readonly doubt?: { readonly text: string; readonly level: number; readonly tone: Tone };
  /** Assurance claim points on its own inference step. */
  readonly claimPoints: readonly string[];
  /** Part of the set of leaves that is pointed out. */
  readonly pointedOut: boolean;
  /** Drawn faintly: masked, or outside what is looked at. */
  readonly faint: boolean;
  readonly change?: Change;
  /** Nodes that a collapsed subtree below it hides. */
  readonly hidden: number;
  /** Where a click leads: an address of its own, or a place of the document (`#element-G1`). */
  readonly link?: string;
}

export interface SceneEdge {
  /** Indices of nodes. */
  readonly from: number;
  readonly to: number;
  readonly kind:
    | 'supportedBy'
    | 'inContextOf'
    /** A challenge to a node. */
    | 'challenges'
    /** A challenge to a link: `to` is the node at the far end, `link` the index of the challenged edge. */
    | 'challenges link'
    /** From a challenge to the goal that answers it. */
    | 'answeredBy'
    /** From an assurance claim point's element to the goal that argues it. */
    | 'confidence'
    /** From a module to one that it rests on. */
    | 'uses';
  readonly link?: number;
  /** GSN patterns: a solid ball with this text, and a hollow one. */
  readonly multiplicity?: string;
  readonly optional: boolean;
  /** Assurance claim points on this link. */
  readonly claimPoints: readonly string[];
  readonly defeated: boolean;
  readonly change?: Change;
  readonly pointedOut: boolean;
  readonly faint: boolean;
}

export interface LegendEntry {
  readonly sign:
    | { readonly kind: 'category'; readonly category: Category }
    | { readonly kind: 'mark'; readonly mark: Mark }
    | { readonly kind: 'change'; readonly change: Change }
    /** Challenges to elements and to links are drawn alike. */
    | { readonly kind: 'link'; readonly link: Exclude<SceneEdge['kind'], 'challenges link'> }
    | {
        readonly kind:
          | 'multiplicity'
          | 'optional'
          | 'choice'
          | 'away'
          | 'doubt'
          | 'pointed out'
          | 'claim point'
          | 'collapsed'
          | 'faint';
      };
  readonly text: string;
}

/** A line of text inside a node, placed relative to the node's upper left corner; `y` is the baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly look: 'name' | 'text' | 'tag' | 'doubt' | 'away' | 'sign' | 'letter';
  readonly anchor: 'start' | 'middle' | 'end';
  /** Width by the font's metrics, never below what a browser draws. */
  readonly width: number;
  readonly tone?: Tone;
  /** Written from right to left; `anchor` names the side of the picture all the same. */
  readonly rtl?: boolean;
}

export interface MeasuredNode extends SceneNode {
  /** The outer box in pixels, with all signs that belong to the node (tabs, diamonds, balls, tags). */
  readonly width: number;
  readonly height: number;
  /** The shape itself within the box; edges start and end at its middle or its sides. */
  readonly body: Box;
  readonly lines: readonly TextLine[];
  /** The track of the doubt bar. */
  readonly bar?: Box;
}

export interface MeasuredScene extends Omit<Scene, 'nodes'> {
  readonly nodes: readonly MeasuredNode[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything stands, in pixels from the upper left corner. Lists are parallel to those of the scene. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  /** A polyline from the border of one body to that of the other; labels sit at `label`. */
  readonly routes: readonly { readonly points: readonly Point[]; readonly label: Point }[];
}
