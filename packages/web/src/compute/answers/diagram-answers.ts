import { layOut, measure, paint, sceneOf } from '@surety/core/diagram';
import { type Argument, argumentOf, firstDepth, type Shown, shownOf } from '@surety/viewer';
import type { Loaded } from '../loaded.js';
import { packLayout } from '../packed-layout.js';
import type { DiagramAsk, FoldedAsk } from '../questions.js';
import type { Answer } from './answer.js';

/** Diagrams that were drawn of a case, the last ones; whoever folds or copies one asks for the same again. */
const kept = new WeakMap<Loaded, Map<string, Argument>>();
const mostKept = 4;

function argumentFor(loaded: Loaded, ask: DiagramAsk): Argument {
  const all = kept.get(loaded) ?? new Map<string, Argument>();
  kept.set(loaded, all);
  const key = JSON.stringify(ask);
  const known = all.get(key);
  if (known !== undefined) return known;
  const of = loaded.case ?? loaded.parsed.readable?.case;
  if (of == null) throw new Error('Nothing of the text can be read');
  const { assessment } = loaded;
  const made = argumentOf(measure(sceneOf(of, { ...ask, ...(assessment === null ? {} : { assessment }) })));
  const [oldest] = all.keys();
  if (all.size >= mostKept && oldest !== undefined) all.delete(oldest);
  all.set(key, made);
  return made;
}

export const diagram: Answer<'diagram'> = (loaded, ask) => {
  const argument = argumentFor(loaded, ask);
  const depth = firstDepth(argument);
  const { scene, labels } = argument;
  return { serial: loaded.model.serial, scene, labels, ...(depth === undefined ? {} : { depth }) };
};

export const layout: Answer<'layout'> = (loaded, asked) => {
  const shown = folded(loaded, asked);
  return shown === undefined ? null : packLayout(layOut(shown.scene));
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
  return serial === loaded.model.serial ? shownOf(argumentFor(loaded, ask), new Set(folded)) : undefined;
}
