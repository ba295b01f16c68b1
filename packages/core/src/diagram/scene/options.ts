import type { Element, ElementId, OutcomeId } from '../../case/index.js';
import type { DiffMarks } from '../../diff/index.js';
import type { Assessment } from '../../doubt/index.js';
import type { View } from './view.js';

/** What a scene shows of a case. A name that is not in the view shows nothing, or hides nothing. */
export interface SceneOptions {
  readonly view?: View;
  /** Only this element and what stands below it; else only the claim of an outcome, or of the risk case against it. */
  readonly root?: ElementId;
  readonly outcome?: OutcomeId;
  readonly riskCase?: OutcomeId;
  /** Levels of support below the tops that are drawn; what is deeper is collapsed. */
  readonly depth?: number;
  /** Elements whose subtree is drawn as one node. */
  readonly collapse?: readonly ElementId[];
  /** Elements that are drawn faintly, and modules of which one node is drawn. */
  readonly mask?: readonly string[];
  /** Facts that are shown below the text: names of `layerNames`. */
  readonly layers?: readonly string[];
  /** What the case is worth: shows states of elements, and the doubt of each unless `doubts` is false. */
  readonly assessment?: Assessment;
  readonly doubts?: boolean;
  /** Points out a cut set of an outcome, 1 being the likeliest; needs the assessment. */
  readonly cutSet?: { readonly outcome: OutcomeId; readonly rank: number };
  /** Points out the leaves that carry an outcome's claim by themselves; needs the assessment. */
  readonly pathSet?: OutcomeId;
  /** Draws a comparison: the case is then its union. */
  readonly diff?: DiffMarks;
  /** Where a click on an element leads, in place of its own address. */
  readonly link?: (element: Element) => string | undefined;
  readonly linkToModule?: (module: string) => string | undefined;
}
