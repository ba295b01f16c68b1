import type { Analysis, UncertaintyResult } from '../fault-tree/analysis.js';
import type { Session } from '../session.js';
import { formatNumber, formatProbability, formatShare } from './numbers.js';
import { table } from './table.js';
import { clean, counted, listed, wrap } from './text.js';

/** What a model holds. */
export interface ModelFacts {
  readonly name?: string;
  readonly gates: number;
  readonly basicEvents: number;
  readonly houseEvents: number;
  readonly ccfGroups: number;
  readonly faultTrees: number;
  readonly eventTrees: number;
}

interface Shown {
  readonly missionTime: number;
  readonly ccf: boolean;
  readonly given?: ReadonlyMap<string, boolean>;
  readonly limitOrder?: number;
  readonly cutOff?: number;
  readonly top: number;
}

const right = 'right' as const;
/** Events in the table of importance. */
const mostFactors = 30;

/** The report on a model: what it holds, then each gate and sequence. */
export function renderFaultTree(
  facts: ModelFacts,
  analyses: readonly Analysis[],
  shown: Shown,
  { style, width }: Session,
): string {
  const holds = [
    counted(String(facts.gates), 'gate'),
    counted(String(facts.basicEvents), 'basic event'),
    ...(facts.houseEvents === 0 ? [] : [counted(String(facts.houseEvents), 'house event')]),
    ...(facts.ccfGroups === 0 ? [] : [counted(String(facts.ccfGroups), 'common-cause group')]),
    ...(facts.eventTrees === 0 ? [] : [counted(String(facts.eventTrees), 'event tree')]),
  ];
  const said = [`A model of ${listed(holds)}; mission time ${formatNumber(shown.missionTime)} h.`];
  if (facts.ccfGroups > 0)
    said.push(
      shown.ccf
        ? 'Common-cause groups are expanded.'
        : 'Common-cause groups are left out: their members count as independent, which makes a redundant system look safer than the model says.',
    );
  const given = [...(shown.given ?? [])].map(
    ([event, happens]) => `${clean(event)} ${happens ? 'happens' : 'does not happen'}`,
  );
  if (given.length > 0) said.push(`Given that ${listed(given)}.`);
  const head = wrap(said.join(' '), width, '');
  const blocks = analyses.map((one) => block(one, shown, style, width).join('\n'));
  return [head, ...blocks].join('\n\n');
}

function block(of: Analysis, shown: Shown, style: Session['style'], width: number): string[] {
  const name = clean(of.gate ?? `${of.initiatingEvent} → ${of.sequence}`);
  const value =
    of.probability === undefined || of.lower === undefined
      ? ''
      : of.exact === true
        ? `  ${precise(of.probability)}`
        : `  between ${precise(of.lower)} and ${precise(of.probability)} (a limit was met)`;
  const lines = [`${style.bold(name)}${value}`];
  if (!of.coherent) lines.push('  Not coherent: something that happens can mend the top.');
  if (of.cutSets !== undefined) lines.push(...products(of.cutSets, shown, style, width));
  if (of.importance !== undefined) lines.push(...importance(of, style));
  if (of.uncertainty !== undefined) lines.push(...uncertainty(of.uncertainty, style, width));
  if (of.curve !== undefined) lines.push(...overTime(of.curve, style));
  if (of.sil !== undefined) lines.push(...integrity(of.sil, style));
  return lines;
}

/** Points of the curve that are listed. */
const mostPoints = 20;

function overTime(curve: NonNullable<Analysis['curve']>, style: Session['style']): string[] {
  // The last one always, and the others as evenly as they go.
  const every = Math.max(1, Math.ceil((curve.length - 1) / mostPoints));
  const rows = curve
    .filter((_, i) => i % every === 0 || i === curve.length - 1)
    .map(({ time, probability, lower }) => [
      formatNumber(time),
      lower === undefined ? precise(probability) : `${precise(lower)} to ${precise(probability)}`,
    ]);
  const columns = [
    { title: 'hours', align: right },
    { title: 'probability', align: right },
  ];
  return [
    ...table(columns, rows, '  ', style.dim),
    ...(every > 1 ? [`  one in ${every} of ${curve.length} points; all are in --json`] : []),
  ];
}

function integrity({ pfdAvg, pfd, pfhAvg, pfh }: NonNullable<Analysis['sil']>, style: Session['style']): string[] {
  const shares = (bins: typeof pfd) =>
    bins.map(({ lowerBound, upperBound, value }) => [
      `${formatNumber(lowerBound)} to ${formatNumber(upperBound)}`,
      formatShare(value),
    ]);
  const columns = (title: string) => [{ title }, { title: 'of the time', align: right }];
  return [
    `  Mean probability of failure on demand ${precise(pfdAvg)}, per hour ${precise(pfhAvg)}`,
    ...table(columns('on demand'), shares(pfd), '    ', style.dim),
    ...table(columns('per hour'), shares(pfh), '    ', style.dim),
  ];
}

/** Six digits, as SCRAM prints them; more would rarely mean anything. */
function precise(p: number): string {
  return p === 0 ? '0' : String(Number(p.toPrecision(6)));
}

function products(
  cutSets: NonNullable<Analysis['cutSets']>,
  { limitOrder, cutOff, top }: Shown,
  style: Session['style'],
  width: number,
): string[] {
  const { kind, count, byOrder, exact } = cutSets;
  const orders = (byOrder ?? []).flatMap((n, at) => (n === '0' ? [] : [`${n} of order ${at + 1}`]));
  const limits = [
    ...(limitOrder === undefined ? [] : [`of at most ${counted(String(limitOrder), 'event')}`]),
    ...(cutOff === undefined ? [] : [`listed from ${formatProbability(cutOff)} on`]),
  ];
  const many = count === null ? `${kind}, too many to count` : counted(count, kind.slice(0, -1));
  const tail = `${limits.length === 0 ? '' : ` ${limits.join(', ')}`}${orders.length === 0 ? '' : `: ${listed(orders)}`}`;
  const lines = [wrap(`${many}${tail}`, width, '  ', '    ')];
  const rows = cutSets.top.map(({ probability, contribution, order, events, not }) => [
    probability === undefined ? '' : precise(probability),
    contribution === undefined ? '' : formatShare(contribution),
    String(order),
    [...events.map(clean), ...(not ?? []).map((event) => `not ${clean(event)}`)].join(', '),
  ]);
  const columns = [
    { title: 'probability', align: right },
    { title: 'contribution', align: right },
    { title: 'order', align: right },
    { title: 'events' },
  ];
  lines.push(...table(columns, rows, '    ', style.dim));
  if (!exact) lines.push('    A limit was met: some that are as likely may be missing here.');
  else if (count !== null && cutOff === undefined && BigInt(count) > BigInt(rows.length) && top > 0)
    lines.push(`    and ${BigInt(count) - BigInt(rows.length)} more`);
  return lines;
}

function importance(
  { importance: factors = [], importanceExact, importanceBy, coherent }: Analysis,
  style: Session['style'],
): string[] {
  const columns = [
    { title: 'importance' },
    { title: 'probability', align: right },
    { title: 'MIF', align: right },
    { title: 'CIF', align: right },
    { title: 'DIF', align: right },
    { title: 'FV', align: right },
    { title: 'RAW', align: right },
    { title: 'RRW', align: right },
    { title: 'in', align: right },
  ];
  const rows = factors
    .slice(0, mostFactors)
    .map((one) => [
      clean(one.event),
      precise(one.probability),
      precise(one.MIF),
      precise(one.CIF),
      precise(one.DIF),
      `${one.FVLower === undefined ? '' : '≤ '}${precise(one.FV)}`,
      precise(one.RAW),
      one.RRW === undefined ? '∞' : precise(one.RRW),
      one.occurrence === undefined ? '' : String(one.occurrence),
    ]);
  return [
    ...table(columns, rows, '  ', style.dim),
    ...(factors.length > mostFactors ? [`  and ${factors.length - mostFactors} more events; all are in --json`] : []),
    ...(factors.some(({ FVLower }) => FVLower !== undefined)
      ? [`  FV with ≤ ${bracketWords(coherent, importanceExact !== false)}`]
      : []),
    ...(importanceBy === 'cut-sets' ? ['  FV, RAW and RRW are of the sum over the minimal cut sets.'] : []),
    ...(importanceExact === false ? ['  First-order estimates: a limit was met.'] : []),
  ];
}

/** Between what a Fussell–Vesely lies that was not computed. */
function bracketWords(isCoherent: boolean, isExact: boolean): string {
  const between =
    isCoherent && isExact ? 'CIF and DIF' : isCoherent ? 'the estimates CIF and DIF' : '0 and what is shown';
  return `lies between ${between}${isExact ? '; --fussell-vesely exact computes it' : ''}.`;
}

function uncertainty(of: UncertaintyResult, style: Session['style'], width: number): string[] {
  const lines = [
    wrap(
      `Uncertainty over ${of.trials} trials (${of.method}, seed ${of.seed}): mean ${precise(of.mean)} ± ${formatNumber(of.error)}, standard deviation ${precise(of.standardDeviation)}${of.errorFactor === undefined ? '' : `, error factor ${formatNumber(of.errorFactor)}`}; 5 % ${precise(of.p5)}, median ${precise(of.p50)}, 95 % ${precise(of.p95)}`,
      width,
      '  ',
      '    ',
    ),
  ];
  if (of.lowerMean !== undefined)
    lines.push(`    A limit was met: these are upper ends; the mean is at least ${precise(of.lowerMean)}.`);
  for (const { event, share } of of.clipped)
    lines.push(
      wrap(
        `${clean(event)} left [0, 1] in ${formatShare(share)} of the trials and was moved to its end`,
        width,
        '    ',
      ),
    );
  const rows = (of.sensitivity ?? []).map(({ events, first, total }) => [
    events.map(clean).join(', '),
    first.toFixed(3),
    total.toFixed(3),
  ]);
  const columns = [
    { title: 'uncertain number in' },
    { title: 'first order', align: right },
    { title: 'total', align: right },
  ];
  lines.push(...table(columns, rows, '    ', style.dim));
  return lines;
}
