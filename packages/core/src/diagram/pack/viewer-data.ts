import type { MeasuredScene, NodeId } from '../types.js';
import { type PackedScene, packScene } from './pack-scene.js';

/** What the viewer in a browser needs to draw a diagram, as plain JSON. */
export interface ViewerData {
  readonly scene: PackedScene;
  /** Nodes whose subtree is folded at first; where absent, as many levels are shown as make an overview. */
  readonly collapsed?: readonly NodeId[];
  /** What the frame around the diagram is called for those who hear it, in place of the scene's title. */
  readonly caption?: string;
  /** The text of the link from a node to its place in the document. */
  readonly linkText?: string;
}

/** The data as JSON that may stand in a `<script type="application/json">`: no text of the case ends the element. */
export function viewerJson(scene: MeasuredScene, options: Omit<ViewerData, 'scene'> = {}): string {
  const data: ViewerData = { ...options, scene: packScene(scene) };
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
