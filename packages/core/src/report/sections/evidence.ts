import {
  type Evidence,
  type EvidenceId,
  endsBeforeWindow,
  type MeasureKind,
  type MeasureSpec,
} from '../../case/index.js';
import type { EvidenceAssessment, EvidenceStateName, LeafAssessment } from '../../doubt/index.js';
import {
  type Block,
  badge,
  type Cell,
  cellOf,
  code,
  details,
  faint,
  type Line,
  paragraph,
  type Tone,
  table,
} from '../document.js';
import { countingWords, requirementWords } from '../element-facts.js';
import { formatNumber, withBand } from '../numbers.js';
import { anchorOf, leafLink, type View } from '../view.js';
import { capital, counted, listed, sentence } from '../words.js';
import { trialBlocks } from './trials.js';

/** Every piece of evidence: in what state it is, what was counted, and which doubts it feeds. Never cut short. */
export function evidence(view: View): readonly Block[] {
  const pieces = view.case.evidence;
  if (pieces.length === 0) return [paragraph('The case cites no evidence.')];
  const assessed = new Map(view.assessment.evidence.map((one) => [one.id, one]));
  const feeds = fedBy(view);
  const rows = table(
    `Evidence as of ${view.assessment.asOf}`,
    [
      'Evidence',
      'State',
      'What was counted',
      view.numbers ? 'Doubts that it feeds' : 'What rests on it',
      'Source and digest',
    ],
    pieces,
    (piece) => ({
      anchor: anchorOf.evidence(piece.id),
      cells: [
        nameCell(view, piece),
        stateCell(view, piece, assessed.get(piece.id)),
        countsCell(piece, assessed.get(piece.id)),
        feedsCell(view, feeds.get(piece.id) ?? []),
        sourceCell(piece, assessed.get(piece.id)),
      ],
    }),
    pieces.length,
  );
  const cited = view.assessment.evidence.some((one) => one.cited.length > 0) ? [citedWords] : [];
  return [paragraph(summary(view)), ...cited, rows, ...unprovedBlocks(view), ...trialBlocks(view)];
}

/** What an assessor has to ask for before the numbers are taken for more than they are. */
function unprovedBlocks({ assessment: { evidence: all } }: View): readonly Block[] {
  const said = all.filter(({ unproved }) => unproved.length > 0);
  if (said.length === 0) return [];
  const rows = table(
    'By piece of evidence',
    ['Evidence', 'What they leave open'],
    said,
    ({ id, unproved }) => ({
      cells: [cellOf([[{ kind: 'strong', text: id }]]), cellOf(unproved.map(({ text }): Line => [text]))],
    }),
    said.length,
  );
  return [details('What the numbers do not prove', rows)];
}

function summary({ assessment: { evidence: all } }: View): string {
  const counts = new Map<EvidenceStateName, number>();
  for (const { states } of all) {
    // One state may apply for several reasons.
    for (const state of new Set(states.map((one) => one.state))) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const parts = [...counts].map(([state, count]) => `${count} ${state}`);
  return `${capital(counted(all.length, 'piece'))} of evidence: ${listed(parts)}.`;
}

/** The leaves that rest on each piece of evidence, directly or through quantities. */
function fedBy({ assessment: { leaves } }: View): ReadonlyMap<EvidenceId, readonly LeafAssessment[]> {
  const fed = new Map<EvidenceId, LeafAssessment[]>();
  for (const leaf of leaves) {
    for (const id of leaf.evidence) {
      const known = fed.get(id);
      if (known === undefined) fed.set(id, [leaf]);
      else known.push(leaf);
    }
  }
  return fed;
}

function nameCell(view: View, { id, by, about, transfer }: Evidence): Cell {
  const subsystem = about?.subsystem === undefined ? '' : `About ${about.subsystem}`;
  const model = about?.model === undefined || about.model.startsWith('sha256:') ? '' : `, model ${about.model}`;
  const lines: Line[] = [[{ kind: 'strong', text: id }]];
  if (by !== undefined) lines.push([`By ${by}`]);
  if (subsystem !== '') lines.push([`${subsystem}${model}`]);
  if (transfer !== undefined) lines.push(['Carried over by ', leafLink(view, transfer)]);
  return cellOf(lines);
}

/** What a state stands for. */
export const toneOfState: Readonly<Record<EvidenceStateName, Tone>> = {
  fresh: 'good',
  locked: 'open',
  stale: 'bad',
  altered: 'bad',
  missing: 'bad',
  'about another model': 'bad',
  unverified: 'bad',
};

function stateCell(
  { case: { decision }, assessment: { asOf } }: View,
  { collected, expires }: Evidence,
  assessed: EvidenceAssessment | undefined,
): Cell {
  const states = assessed?.states ?? [];
  const names = [...new Set(states.map(({ state }) => state))];
  const lines: Line[] = names.map((state) => [badge(toneOfState[state], state)]);
  lines.push(...states.filter(({ state }) => state !== 'fresh').map(({ text }): Line => [sentence(text)]));
  if (collected !== undefined) lines.push([`Collected ${collected}`]);
  const endsSoon = expires !== undefined && expires > asOf && endsBeforeWindow(expires, decision?.window);
  lines.push([
    expires === undefined ? 'No expiry is stated' : `Expires ${expires}`,
    ...(endsSoon ? [' ', badge('open', 'before the window ends')] : []),
  ]);
  return cellOf(lines);
}

function countsCell({ measure }: Evidence, assessed: EvidenceAssessment | undefined): Cell {
  const lines: Line[] = [];
  if (assessed?.counts !== undefined) lines.push([{ kind: 'strong', text: assessed.counts }]);
  if (measure !== undefined) lines.push(measureWords(measure));
  if (assessed?.interval !== undefined) lines.push([faint(intervalWords(assessed.interval))]);
  const ways = assessed?.ways ?? [];
  if (ways.length > 0) lines.push([faint(`Flawed trials left out, as events, or as none: ${ways.join('; ')}.`)]);
  lines.push(...(assessed?.cited ?? []).map(citedLine));
  lines.push(...firstOf(assessed?.notes ?? [], 'notes', (note) => [faint(sentence(capital(note)))]));
  return cellOf(lines.length === 0 ? [['Nothing was counted']] : lines);
}

/** How a reader checks a digest by himself. */
const citedWords = paragraph(
  'Digests are SHA-256. That of a source is of its bytes. That of a cited trial is of the bytes of its transcript, which for an Inspect archive are those of its member samples/ID_epoch_N.json, expanded; of a trial without a transcript it is of its row as JSON with sorted keys (docs/evidence.md).',
);

/** A trial to be read: only its digest and name, whatever the report shows of texts. */
function citedLine({ digest, sample, epoch }: EvidenceAssessment['cited'][number]): Line {
  return [`Cited, to be read: ${sample}${epoch === 1 ? '' : `, epoch ${epoch}`} `, code(digest)];
}

/** What each kind of measure counts, after the unit. */
const measured: { readonly [K in MeasureKind]: (measure: MeasureSpec & { readonly kind: K }) => Line } = {
  rate: ({ success, strategy, clusterBy, clusters = 'worst', prior, sequential }) => [
    ' with ',
    code(success),
    ...(strategy === undefined ? [] : [', the worst over ', code(strategy)]),
    ...(clusterBy === undefined ? [] : [', in clusters by ', code(clusterBy), ` (${clusters})`]),
    ...(prior === undefined
      ? []
      : [
          `, given ${formatNumber(prior.confidence)} confidence in at most ${formatNumber(prior.below)} (${prior.because})`,
        ]),
    ...(sequential === true ? [', looked at while it ran'] : []),
  ],
  detection: ({ score, auditFraction, threshold }) => [
    ': attacks missed, by ',
    code(score),
    ` at an audit of ${formatNumber(auditFraction * 100)}\u00a0%`,
    ...(threshold === 'fixed' ? [', the threshold as it is here'] : []),
  ],
  difference: ({ success, arm, treated, control, paired }) => [
    ' with ',
    code(success),
    `, ${treated} against ${control} of `,
    code(arm),
    ...(paired ? [', sample by sample'] : []),
  ],
  mean: ({ value, range: [low, high], clusterBy }) => [
    ': the mean of ',
    code(value),
    ` in the range from ${formatNumber(low)} to ${formatNumber(high)}`,
    ...(clusterBy === undefined ? [] : [', by the means of the clusters of ', code(clusterBy)]),
  ],
  credibility: ({ forecast, against, outcome, rule, floor }) => [
    `: the mean ${rule === 'brier' ? 'Brier' : 'logarithmic'} loss of `,
    code(forecast),
    ' above that of ',
    code(against),
    ' for ',
    code(outcome),
    ...(floor === undefined ? [] : [`, forecasts held between ${formatNumber(floor)} and ${formatNumber(1 - floor)}`]),
  ],
  repeats: ({ success, k }) => [
    `: whether all of ${k} repeats, or any, have `,
    code(success),
    '; by sample, which is not the rate to that power',
  ],
  hazard: ({ event, time, unit }) => [': ', code(event), ' per ', code(unit), ' of ', code(time)],
  survival: ({ event, time, at }) => [
    ': without ',
    code(event),
    ' before ',
    code(time),
    ` reaches ${formatNumber(at)}; those not watched so long are counted either way`,
  ],
  tail: ({ elicitation, uses }) => [
    ': the tail of ',
    code(elicitation),
    ` extrapolated to ${formatNumber(uses)} uses, an estimate and no bound`,
  ],
  agreement: ({ graders }) => [
    ' on which the grades agree: ',
    ...graders.flatMap((grader, at): Line => (at === 0 ? [code(grader)] : [', ', code(grader)])),
  ],
  'fault tree': ({ top, missionTime }) => [
    'the top event of a fault tree',
    ...(top === undefined ? [] : [', ', code(top)]),
    ...(missionTime === undefined ? [] : [`, over ${formatNumber(missionTime)} hours`]),
  ],
};

/** What a measure counts, and of what. */
export function measureWords(measure: MeasureSpec): Line {
  const unit =
    measure.kind === 'fault tree'
      ? ''
      : measure.groupBy === 'sample'
        ? 'samples'
        : `rows${measure.groupByBecause === undefined ? '' : ` (${measure.groupByBecause})`}`;
  const words = measured[measure.kind] as (measure: MeasureSpec) => Line;
  return [unit, ...words(measure)];
}

function feedsCell(view: View, leaves: readonly LeafAssessment[]): Cell {
  if (leaves.length === 0) return cellOf([['Nothing rests on it']]);
  return cellOf(
    leaves.map((leaf): Line => {
      const requires =
        leaf.source === 'evidence' ? requirementWords(view, view.index.element(leaf.element)?.requires) : '';
      const through = leaf.source === 'quantity' ? `, through ${listed(leaf.quantities)}` : '';
      const doubt = leaf.doubt === undefined ? '' : ` ${withBand(leaf.doubt)}`;
      const formula = leaf.formula === undefined ? '' : ` = ${leaf.formula}`;
      return [leafLink(view, leaf.id), doubt, faint(`${formula}${requires}${through}${countingWords(view, leaf)}`)];
    }),
  );
}

function sourceCell({ sources, attestation }: Evidence, assessed: EvidenceAssessment | undefined): Cell {
  const lines: Line[] = sources.map(({ path }) => [code(path)]);
  if (assessed?.reader !== undefined) lines.push([`Reader: ${assessed.reader}`]);
  if ((assessed?.models ?? []).length > 0) lines.push([`Model in the log: ${assessed!.models.join(', ')}`]);
  lines.push(...firstOf(assessed?.digests ?? [], 'digests', (digest) => [code(digest)]));
  if (attestation !== undefined) lines.push(['Attestation ', code(attestation.path)]);
  return cellOf(lines.length === 0 ? [['No source']] : lines);
}

/** Lines that are shown of a list that may be as long as a folder of logs; the assessment as JSON holds all. */
const mostShown = 10;

/** A line for each of a short list; of a long one for the first, and how many there are. */
function firstOf(all: readonly string[], what: string, lineOf: (one: string) => Line): readonly Line[] {
  if (all.length <= mostShown) return all.map(lineOf);
  const more = `and ${all.length - mostShown} more of ${all.length} ${what}`;
  return [...all.slice(0, mostShown).map(lineOf), [faint(more)]];
}

/** As papers print it. */
export function intervalWords({ share, lower, upper }: NonNullable<EvidenceAssessment['interval']>): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  return `${percent(share)}\u00a0% (Wilson 95\u00a0%: ${percent(lower)} to ${percent(upper)}\u00a0%; for comparison, no doubt rests on it).`;
}
