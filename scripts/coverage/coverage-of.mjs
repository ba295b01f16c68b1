import { stream } from '@surety/numerics';

/** How often an interval covers the truth: exactly where all data can be listed, else by seeded simulation. */
export function coverageOf(entry, effort = 1, every = 1) {
  const truths = entry.truths.filter((_, at) => at % every === 0);
  return entry.series.map((series) => ({
    label: series.label,
    points: truths.map((truth) => (series.all === undefined ? simulated : exact)(entry, series, truth, effort)),
  }));
}

function exact({ covers, alpha }, { all }, truth) {
  let missed = 0;
  for (const [probability, data] of all(truth))
    if (probability > 0 && !covers(data, truth, alpha)) missed += probability;
  return { truth, coverage: 1 - missed, error: 0 };
}

function simulated({ name, covers, alpha }, { label, draw, draws }, truth, effort) {
  const random = stream('coverage', name, label, truth);
  const total = Math.max(1, Math.round(draws * effort));
  let covered = 0;
  for (let i = 0; i < total; i++) if (covers(draw(truth, random), truth, alpha)) covered++;
  const coverage = covered / total;
  // The standard error at the nominal coverage, which is not 0 where every draw is covered.
  return { truth, coverage, error: Math.sqrt((alpha * (1 - alpha)) / total) };
}
