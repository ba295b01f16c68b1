import { layOut, measure, paint, type Scene, sceneOf } from '@surety/core/diagram';
import { argumentOf, type Shown, shownOf } from '@surety/viewer';
import type { Loaded } from '../loaded.js';
import { packLayout } from '../packed-layout.js';
import type { DiagramAsk, FoldedAsk } from '../questions.js';
import type { Answer } from './answer.js';
import { triedAssessment } from './what-if.js';

/** Scenes that were made of a case, the last ones; whoever folds or copies one asks for the same again. */
const kept = new WeakMap<Loaded, Map<string, Scene>>();
const mostKept = 4;

function sceneFor(loaded: Loaded, ask: DiagramAsk): Scene {
  const all = kept.get(loaded) ?? new Map<string, Scene>();
  kept.set(loaded, all);
  const key = JSON.stringify(ask);
  const known = all.get(key);
  if (known !== undefined) return known;
  const of = loaded.case ?? loaded.parsed.readable?.case;
  if (of == null) throw new Error('Nothing of the text can be read');
  const { tried, ...options } = ask;
  const assessment = tried === undefined ? loaded.assessment : triedAssessment(loaded, tried);
  const made = sceneOf(of, { ...options, ...(assessment === null ? {} : { assessment }) });
  const [oldest] = all.keys();
  if (all.size >= mostKept && oldest !== undefined) all.delete(oldest);
  all.set(key, made);
  return made;
}

/**
 * Not measured: the page measures what it shows at first, and asks for the rest when it shows more. Passed as it is: a copy
 * between threads is made faster than shorter forms of it are packed and unpacked.
 */
export const diagram: Answer<'diagram'> = (loaded, ask) => ({
  serial: loaded.model.serial,
  scene: sceneFor(loaded, ask),
});

export const layout: Answer<'layout'> = (loaded, asked) => {
  const shown = folded(loaded, asked);
  if (shown === undefined) return null;
  const scene = measure(shown.scene);
  return { nodes: scene.nodes, layout: packLayout(layOut(scene)) };
};

export const picture: Answer<'picture'> = (loaded, { theme, ...asked }) => {
  const shown = folded(loaded, asked);
  if (shown === undefined) return null;
  // On paper there is nothing to unfold: what is hidden is counted, which takes room.
  const nodes = shown.scene.nodes.map((node, at) => ({ ...node, hidden: shown.hidden.get(shown.nodes[at]!) ?? 0 }));
  const scene = measure({ ...shown.scene, nodes });
  return paint(scene, layOut(scene), { theme });
};

function folded(loaded: Loaded, { ask, serial, folded }: FoldedAsk): Shown | undefined {
  return serial === loaded.model.serial ? shownOf(argumentOf(sceneFor(loaded, ask)), new Set(folded)) : undefined;
}
