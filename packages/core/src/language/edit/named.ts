import type { Node, Scalar } from 'yaml';
import type { TextDocument } from '../document.js';
import type { NameKind } from './shape.js';

/** A name where it stands in a text. */
export interface Named {
  readonly document: TextDocument;
  readonly kind: NameKind;
  /** May be the name of something of another kind. */
  readonly anyKind: boolean;
  readonly name: string;
  /** Module that an element belongs to; empty for elements of no module and for everything else. */
  readonly module: string;
  /** Pattern in whose argument it stands, or to which it belongs. */
  readonly pattern?: string;
  readonly defines: boolean;
  /** Defining place of an element: what else it says. */
  readonly body?: Node | null;
  /** Stands in `assumptions`, which makes it one. */
  readonly assumption: boolean;
  /** The scalar that holds it, and where the name stands in the scalar's value. */
  readonly node: Scalar;
  readonly from: number;
  readonly to: number;
}
