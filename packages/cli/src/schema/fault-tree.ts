import {
  amount,
  bigCount,
  described,
  flag,
  format,
  list,
  object,
  oneOf,
  orNull,
  probability,
  type Schema,
  text,
  whole,
} from './parts.js';

const product = object({
  events: list(text),
  'not?': described(list(text), 'Events that must not happen, of a prime implicant.'),
  order: whole,
  'probability?': probability,
  'contribution?': described(amount, 'Share of the sum over all products; absent where there are too many.'),
});

const factors = object({
  event: text,
  probability,
  'occurrence?': described(whole, 'Products that the event is in; absent where there are too many to go through.'),
  MIF: described(amount, 'Marginal importance factor (Birnbaum).'),
  CIF: described(amount, 'Critical importance factor.'),
  DIF: described(amount, 'Diagnostic importance factor.'),
  FV: described(amount, 'Fussell–Vesely; the upper bound where it would take too long.'),
  'FVLower?': amount,
  RAW: described(amount, 'Risk achievement worth.'),
  'RRW?': described(amount, 'Risk reduction worth; absent where the top cannot happen without the event.'),
});

const uncertainty = object({
  method: oneOf('sobol', 'latin-hypercube', 'monte-carlo'),
  seed: whole,
  trials: whole,
  mean: amount,
  standardDeviation: amount,
  error: described(amount, 'Standard error of the mean.'),
  'errorFactor?': described(amount, 'The 95 % quantile over the median.'),
  p5: amount,
  p50: amount,
  p95: amount,
  quantiles: list(object({ at: amount, value: amount })),
  bins: list(object({ from: amount, to: amount, share: amount })),
  'lowerMean?': amount,
  exact: flag,
  clipped: list(object({ event: text, share: amount }), 'Probabilities outside [0, 1] that were moved to its ends.'),
  'sensitivity?': list(object({ events: list(text), first: amount, total: amount }), 'Sobol indices.'),
});

const silBins = list(
  object({ lowerBound: amount, upperBound: amount, value: described(amount, 'Share of the time in this band.') }),
);

const analysis = {
  'gate?': text,
  'initiatingEvent?': text,
  'sequence?': text,
  gates: whole,
  basicEvents: described(whole, 'Leaves: basic events, and the events that common-cause groups are expanded into.'),
  coherent: flag,
  'probability?': described(probability, 'The upper end where it is not exact.'),
  'lower?': probability,
  'upper?': probability,
  'exact?': flag,
  'cutSets?': object({
    kind: oneOf('minimal cut sets', 'prime implicants'),
    count: orNull(bigCount),
    byOrder: orNull(list(bigCount, 'From order 1 on.')),
    top: list(product),
    exact: flag,
  }),
  'importance?': list(factors),
  'importanceExact?': flag,
  'importanceBy?': oneOf('function', 'cut-sets'),
  'uncertainty?': uncertainty,
  'curve?': list(
    object({ time: described(amount, 'In hours.'), probability, 'lower?': probability }),
    'The probability over the time, of a gate, with --time-step.',
  ),
  'sil?': object({
    pfdAvg: described(amount, 'Mean probability of failure on demand.'),
    pfd: silBins,
    pfhAvg: described(amount, 'Mean probability of failure per hour.'),
    pfh: silBins,
  }),
  stats: object({ seconds: amount, nodes: whole, peakBytes: whole }),
};

export const faultTree: Schema = object({
  format: format('surety-faulttree/1'),
  model: object({
    'name?': text,
    gates: whole,
    basicEvents: whole,
    houseEvents: whole,
    ccfGroups: whole,
    faultTrees: whole,
    eventTrees: whole,
  }),
  missionTime: described(amount, 'In hours.'),
  ccf: described(flag, 'Whether common-cause groups were expanded.'),
  given: list(object({ event: text, happens: flag }), 'Events that are given to happen or not.'),
  ...analysis,
  others: list(object(analysis), 'The other top gates, and the sequences of event trees.'),
});
