import { systemFigure, systemPicture } from '@surety/core/figure';
import { type Macrosystem, macrosystem } from '@surety/core/macrosystem';
import { type Loaded, wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';
import { drawn } from './drawn.js';

/** Both questions are about one computation, which is kept for the load that it is about. */
const known = new WeakMap<Loaded, Macrosystem>();

function computed(loaded: Loaded): Macrosystem | null {
  const { case: of } = wholeCase(loaded);
  const { assessment, input } = loaded;
  if (of.system.length === 0 || assessment === null) return null;
  const found = known.get(loaded) ?? macrosystem(of, input.evidence.measures, input, assessment);
  known.set(loaded, found);
  return found;
}

export const macrosystemOf: Answer<'macrosystem'> = computed;

export const systemPictureOf: Answer<'systemPicture'> = (loaded, { outcome }) => {
  const found = computed(loaded);
  if (found === null) return null;
  const { case: of } = wholeCase(loaded);
  const picture = systemPicture(
    of,
    found.outcomes.find((one) => one.outcome === outcome),
  );
  return drawn((width) => systemFigure(picture, width));
};
