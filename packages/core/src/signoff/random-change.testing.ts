import fc from 'fast-check';
import type { Case } from '../case/index.js';
import {
  type Draw,
  evidenceIds,
  expressions,
  goalIds,
  leafIds,
  outcomeIds,
  quantityIds,
  subsystemIds,
} from './random-case.testing.js';

type Step = string | number;

const origin = { file: 'case.yaml', path: [] };

/** A case in which one thing is said differently, and the section that it stands in. */
export interface Changed {
  readonly case: Case;
  /** Section, and the keys below it without indices: `elements supportedBy to`. */
  readonly what: string;
  readonly section: string;
}

/** Values that names may be replaced by, by the key that they stand under. */
const elements = [...goalIds, ...leafIds, 'D1', 'X9'];
const references: Readonly<Record<string, readonly string[]>> = {
  to: elements,
  from: elements,
  claim: elements,
  answeredBy: elements,
  transfer: elements,
  EVENT: elements,
  gap: elements,
  tests: elements,
  element: elements,
  arguedBy: elements,
  leaf: [...leafIds, 'G1.inference', 'G2.inference', 'X9'],
  evidence: [...evidenceIds, 'e9'],
  subsystem: [...subsystemIds, 's9'],
  outcome: [...outcomeIds, 'o9'],
  riskCase: [...outcomeIds, 'o9'],
  indicator: ['i1', 'i2', 'i9'],
  confidence: ['ACP1', 'ACP2', 'ACP9'],
  name: [],
};

/** Lists that are empty in the random cases and hold texts. */
const listsOfTexts = new Set(['classes', 'keys', 'trials', 'defeatedRelation', 'write', 'watches', 'keep', 'omit']);

/** What may be said of an element that says nothing of it yet. */
const additions: Readonly<Record<string, unknown>> = {
  owner: 'zoe',
  url: 'https://example.org',
  category: 'control',
  block: 'monitoring',
  module: 'm',
  evidence: 'e1',
  subsystem: 's1',
  outcome: 'o1',
  indicator: 'i1',
  confidence: 'ACP1',
  requires: { result: 'rate', direction: '<=', value: 0.5, margin: 1, origin },
  instance: { pattern: 'P1', of: 'G1', at: 'G1' },
  choose: { keep: 1, of: 2, atLeast: false },
};

/** Sections that hold most of what can be inside a subtree: they are changed more often. */
const telling = [...Array<string>(20).fill('elements'), 'evidence', 'quantities', 'system', 'outcomes'];

/** Changes one random thing of a case: any field of anything, an entry more or less, an order, a place. */
export function drawChange(of: Case, draw: Draw): Changed {
  const kind = draw(fc.constantFrom('field', 'field', 'field', 'field', 'remove', 'copy', 'add', 'order'));
  const data = structuredClone(of) as unknown as Record<string, unknown>;
  const sections = Object.keys(data).sort();
  const section = draw(fc.constantFrom(...sections, ...telling));
  const done = (what: string): Changed => ({ case: data as unknown as Case, what, section });
  const value = data[section];
  const entries = Array.isArray(value) ? (value as unknown[]) : undefined;
  if (kind === 'order' && entries !== undefined) {
    entries.reverse();
    return done(`${section} (order)`);
  }
  if (kind === 'remove' && entries !== undefined && entries.length > 0) {
    entries.splice(draw(fc.nat(entries.length - 1)), 1);
    return done(`${section} (one less)`);
  }
  if (kind === 'copy' && entries !== undefined && entries.length > 0) {
    const copy = structuredClone(draw(fc.constantFrom(...entries))) as Record<string, unknown>;
    for (const key of ['id', 'name']) if (key in copy) copy[key] = `${copy[key]}9`;
    entries.push(copy);
    return done(`${section} (one more)`);
  }
  if (kind === 'add' && section === 'elements') {
    const element = draw(fc.constantFrom(...entries!)) as Record<string, unknown>;
    const absent = Object.keys(additions).filter((key) => !(key in element));
    const key = draw(fc.constantFrom(...absent));
    element[key] = additions[key];
    return done(`elements ${key} (added)`);
  }
  return done(changeField(data, section, draw));
}

function changeField(data: Record<string, unknown>, section: string, draw: Draw): string {
  const path: Step[] = [section];
  let holder: Record<Step, unknown> = data as Record<Step, unknown>;
  for (;;) {
    const step = path.at(-1)!;
    const value = holder[step];
    if (typeof value !== 'object' || value === null) break;
    const origins = draw(fc.nat(3)) === 0;
    const steps = Array.isArray(value)
      ? [...value.keys()]
      : Object.keys(value).filter((key) => origins || key !== 'origin' || Object.keys(value).length === 1);
    if (steps.length === 0) break;
    holder = value as Record<Step, unknown>;
    path.push(draw(fc.constantFrom(...(steps as Step[]))));
  }
  const step = path.at(-1)!;
  holder[step] = changed(step, holder[step], holder, draw);
  return path.filter((one) => typeof one === 'string').join(' ');
}

function changed(step: Step, value: unknown, holder: Record<Step, unknown>, draw: Draw): unknown {
  if (Array.isArray(value)) return listsOfTexts.has(String(step)) ? ['x'] : value;
  if (typeof value === 'object') return { added: 'x' };
  if (step === 'strength') return { opinions: [{ value: { kind: 'number', value: 0.5 }, origin }], origin };
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (step === 'text' && holder.kind === 'expression') return draw(fc.constantFrom(...expressions));
  if (step === 'name' && holder.kind === 'quantity') return draw(fc.constantFrom(...quantityIds, 'q9'));
  const names = references[String(step)] ?? [];
  if (names.length > 0) return draw(fc.constantFrom(...names));
  return `${value}x`;
}
