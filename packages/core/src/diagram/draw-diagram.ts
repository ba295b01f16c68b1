import type { Case } from '../case/index.js';
import { layOut } from './layout/index.js';
import { type PaintOptions, paint } from './paint/paint.js';
import { type SceneOptions, sceneOf } from './scene/index.js';
import { measure } from './text/measure.js';

/** What is drawn, and how it looks. */
export interface DiagramOptions extends SceneOptions, PaintOptions {}

/** A diagram of a case as one SVG document; see `sceneOf` for what is drawn. The same case and options give the same bytes. */
export function drawDiagram(of: Case, options: DiagramOptions = {}): string {
  const scene = measure(sceneOf(of, options));
  return paint(scene, layOut(scene), options);
}
