import { type Counts, endsBeforeWindow, formatProbability } from '../case/index.js';
import { extrapolationWarning } from '../statistics/index.js';
import type { Leaf } from './argument.js';
import type { Note } from './assessment.js';
import { axisValue } from './beyond-limit.js';
import { countedFor } from './counted-for.js';
import type { LeafDoubt } from './leaf-doubts.js';
import type { Prepared } from './prepare.js';
import { columnMean } from './statistics-of-trials.js';

/** A doubt from evidence below this is a finding: independence of trials and model error are not included in it. */
const TINY = 1e-4;

/** What the reader of the numbers must know of the case as a whole (`semantics.md` sections 6 and 9). */
export function caseNotes(prepared: Prepared): Note[] {
  const notes: Note[] = [...prepared.notes];
  const { lookup, leaves, argument } = prepared;
  if (prepared.quantified === undefined) return notes;
  argument.leaves.forEach((leaf, index) => {
    const doubt = leaves[index];
    // Of most there is nothing to say.
    if (doubt === undefined || isPlain(leaf, doubt)) return;
    const element = leaf.element.id;
    const note = (code: Note['code'], text: string) => notes.push({ code, text, element });
    const mean = columnMean(doubt.column);
    if (leaf.sameAs.length > 0)
      note(
        'same-variable',
        `${[leaf.id, ...leaf.sameAs].join(', ')} rest on the same evidence with the same requirement: one leaf`,
      );
    if (doubt.source === 'evidence' && mean < TINY) {
      note(
        'tiny-doubt',
        `${leaf.id}: a doubt of ${formatProbability(mean)} from evidence does not include dependence of the trials or error of the model`,
      );
    }
    if (
      doubt.jeffreys !== undefined &&
      doubt.source === 'evidence' &&
      (doubt.jeffreys > 2 * mean || mean > 2 * doubt.jeffreys)
    ) {
      note(
        'jeffreys-differs',
        `${leaf.id}: Clopper–Pearson gives ${formatProbability(mean)}, the Jeffreys posterior ${formatProbability(doubt.jeffreys)}`,
      );
    }
    if (doubt.clipped !== undefined) {
      note(
        'clipped',
        `${leaf.id}: ${(100 * doubt.clipped).toPrecision(2)} % of the stated doubt lay outside 0 to 1 and was clipped`,
      );
    }
    for (const text of doubt.notes) note('quantity', text);
  });
  for (const element of lookup.case.elements.filter(({ holdsUntil }) => holdsUntil.length > 0)) {
    for (const { axis } of element.holdsUntil) {
      if (argument.nodeOf.has(element.id) && axisValue(lookup, element, axis) === undefined) {
        notes.push({
          code: 'no-axis-value',
          text: `${element.id} holds until a ${axis} that the case does not state: it counts as failed`,
          element: element.id,
        });
      }
    }
  }
  notes.push(...evidenceNotes(prepared));
  return notes;
}

function isPlain({ sameAs }: Leaf, { source, jeffreys, clipped, notes }: LeafDoubt): boolean {
  const fromEvidence = source === 'evidence' || jeffreys !== undefined;
  return !fromEvidence && sameAs.length === 0 && clipped === undefined && notes.length === 0;
}

function evidenceNotes(prepared: Prepared): Note[] {
  const { lookup, statuses, asOf } = prepared;
  const notes: Note[] = [];
  const { window, exposure } = lookup.case.decision ?? {};
  for (const { evidence, states, transfer } of statuses.values()) {
    const { id, expires, measure } = evidence;
    for (const { state, text } of states) if (state === 'locked') notes.push({ code: 'not-re-read', text });
    if (transfer !== undefined)
      notes.push({
        code: 'transfer',
        text: `Evidence ${id} is about another model version; ${transfer} carries it over`,
        element: transfer,
      });
    if (expires !== undefined && expires > asOf && endsBeforeWindow(expires, window)) {
      notes.push({
        code: 'expires-in-window',
        text: `Evidence ${id} expires on ${expires}, before the deployment window ends`,
      });
    }
    const [counts] = countedFor(prepared, id);
    const uses = exposure?.tasks;
    if (
      // Of other measures the events are no failures: survivors, graders that agree.
      measure?.kind !== 'rate' ||
      counts === undefined ||
      uses === undefined
    )
      continue;
    const trials = cleanTrials(counts);
    if (trials === undefined || trials === 0 || uses < 10 * trials) continue;
    notes.push({ code: 'extrapolation', text: `Evidence ${id}: ${extrapolationWarning(0, trials, uses).text}` });
  }
  return notes;
}

/** How many trials of a rate there were, if none had the event; trials that hang together count as one. */
function cleanTrials(counts: Counts): number | undefined {
  switch (counts.kind) {
    case 'binomial':
    case 'sequential':
    case 'conservative':
      return counts.events === 0 ? counts.trials : undefined;
    case 'clusters':
    case 'robust-clusters':
    case 'beta-binomial':
      return counts.clusters.every(({ events }) => events === 0) ? counts.clusters.length : undefined;
    default:
      return undefined;
  }
}
