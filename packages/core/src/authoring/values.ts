import { isMap } from 'yaml';
import type { Origin } from '../case/index.js';
import type { Json } from '../language/edit/index.js';
import { locate } from '../language/index.js';
import { type Refusal, refuse, refuseUnknown } from '../skeleton/index.js';
import { jsonOf, setDeep } from './doubts.js';
import type { SetExposure, SetQuantity, SetThreshold, SetWindow } from './intent.js';
import { type Outcome, steps, type Working } from './working.js';
import { setKey } from './write-element.js';

const definitions = ['expression', 'between', 'beta', 'pert', 'evidence'] as const;

export function setQuantity(working: Working, { name, value, because, unit }: SetQuantity): Outcome {
  const { look, of, texts } = working;
  const quantity = look.quantity(name);
  if (quantity === undefined) {
    return refuseUnknown(
      'quantity',
      name,
      of.quantities.map((one) => one.name),
    );
  }
  const { file, path } = quantity.origin;
  const scalar = typeof value === 'object' ? undefined : value;
  const said: { readonly [key: string]: Json } = {
    ...(scalar === undefined ? (jsonOf(value) as { [key: string]: Json }) : { expression: scalar }),
    ...(unit === undefined ? {} : { unit }),
    ...(because === undefined ? {} : { because }),
  };
  const isWritten = isMap(locate(texts.open(file, path), path)?.node);
  const alone = scalar !== undefined && unit === undefined && because === undefined;
  const failed = isWritten
    ? redefine(working, quantity.origin, said)
    : texts.change(file, { kind: 'set', path, value: alone ? scalar : said });
  return failed ?? { ok: true, what: `Set the quantity ${name}` };
}

/** Another definition in the place of the one that stands there, and what else is said. */
function redefine(working: Working, origin: Origin, said: { readonly [key: string]: Json }): Refusal | undefined {
  const { texts } = working;
  const { file, path } = origin;
  const old = definitions.find((key) => locate(texts.open(file, path), [...path, key]) !== undefined);
  const now = definitions.find((key) => key in said);
  const renamed =
    old === undefined || now === undefined || old === now
      ? undefined
      : texts.change(file, { kind: 'renameKey', path: [...path, old], key: now });
  return (
    renamed ??
    steps(
      ...Object.entries(said).map(
        ([key, value]) =>
          () =>
            setKey(working, origin, key, value),
      ),
    )
  );
}

/**
 * The threshold of an outcome. An approval stays, and says from then on which threshold it was for, so that the change
 * shows.
 */
export function setThreshold(working: Working, { outcome: id, probability, criterion }: SetThreshold): Outcome {
  const outcome = working.look.outcome(id);
  if (outcome === undefined) {
    return refuseUnknown(
      'outcome',
      id,
      working.of.outcomes.map((one) => one.id),
    );
  }
  const { threshold, origin } = outcome;
  const said = { ...(criterion === undefined ? {} : { criterion }) };
  const at: Origin = { ...origin, path: [...origin.path, 'threshold'] };
  const approved = threshold?.approved;
  const unmarked =
    approved !== undefined && approved.probability === undefined && threshold?.probability !== probability;
  const failed =
    threshold === undefined
      ? setKey(working, origin, 'threshold', { probability, per: 'window', ...said })
      : steps(
          () => setKey(working, at, 'probability', probability),
          ...Object.entries(said).map(
            ([key, value]) =>
              () =>
                setKey(working, at, key, value),
          ),
          () =>
            unmarked
              ? setKey(working, { ...at, path: [...at.path, 'approved'] }, 'probability', threshold.probability)
              : undefined,
        );
  return failed ?? { ok: true, what: `Set the threshold of ${id} to ${probability}` };
}

export function setExposure(working: Working, { axis, value }: SetExposure): Outcome {
  const { of, texts } = working;
  const { file } = of.decision?.origin ?? of.origin;
  const place = ['decision', 'exposure', axis] as const;
  if (value !== null) {
    const failed = setDeep(working, { file, path: [] }, place, value);
    return failed ?? { ok: true, what: `Set the exposure ${axis} to ${value}` };
  }
  if (of.decision?.exposure[axis] === undefined) return refuse(`the exposure says nothing of ${axis}`);
  const failed = texts.change(file, { kind: 'remove', path: place });
  return failed ?? { ok: true, what: `Take the exposure ${axis} away` };
}

export function setWindow(working: Working, { from, to }: SetWindow): Outcome {
  const { of } = working;
  const { file } = of.decision?.origin ?? of.origin;
  const failed =
    of.decision?.window === undefined
      ? setDeep(working, { file, path: [] }, ['decision', 'window'], { from, to })
      : steps(
          () => setDeep(working, { file, path: [] }, ['decision', 'window', 'from'], from),
          () => setDeep(working, { file, path: [] }, ['decision', 'window', 'to'], to),
        );
  return failed ?? { ok: true, what: `Set the window to ${from} to ${to}` };
}
