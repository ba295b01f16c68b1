import type { Category } from '../../case/index.js';

/** What a colour says; themes and print give it its value (see the palette of diagrams). */
export type Tone =
  | 'ink'
  | 'soft'
  | 'line'
  | 'pale'
  | 'track'
  | 'page'
  | 'surface'
  | 'quiet'
  | 'accent'
  | 'good'
  | 'good-ground'
  | 'bad'
  | 'bad-ground'
  | 'open'
  | 'open-ground'
  | 'plain'
  | 'plain-ground'
  | Category
  | `${Category}-ground`
  | `${Category}-letter`;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a shape is filled and outlined; what is not named is not drawn. */
export interface Look {
  readonly fill?: Tone;
  readonly stroke?: Tone;
  /** Of the outline, in pixels; 1.25 unless told. A box has its own width in its place. */
  readonly width?: number;
  /** Dashed lines tell apart what colour alone must not. */
  readonly dashed?: boolean;
  /** From 0 (nothing) to 1 (the default). */
  readonly opacity?: number;
}

export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'regular' | 'semibold';
  /** 14 pixels, or 12 where it is small. */
  readonly small?: boolean;
  readonly tone?: Tone;
  /** Kept apart from lines that it lies on. */
  readonly halo?: boolean;
  /** Read from below to above, about its own place. */
  readonly upright?: boolean;
}

/** What a figure is made of. Lengths are pixels, y runs down. */
export type Shape =
  | ({
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly round?: number;
    } & Look)
  | ({ readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number } & Look)
  /** Through all points; `closed` returns to the first, `arrow` ends in a head. */
  | ({
      readonly kind: 'line';
      readonly points: readonly Point[];
      readonly closed?: boolean;
      readonly arrow?: boolean;
    } & Look)
  | TextShape
  /** What belongs together and is read as one thing: its label says all that it shows. */
  | { readonly kind: 'group'; readonly label: string; readonly shapes: readonly Shape[] };

/** A picture before it is painted. Texts are plain; painting escapes them. */
export interface Figure {
  readonly title: string;
  /** All that the picture says, as sentences, for who cannot see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
