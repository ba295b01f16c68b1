import { lookup } from '@surety/core/case';
import { parse } from '@surety/core/language';
import { type Judged, judge } from '@surety/core/pipeline';
import type { LoadInput, Model, Span } from './questions.js';

/** What the worker keeps of a load, to answer questions about it. */
export interface Loaded extends Judged {
  readonly input: LoadInput;
  readonly parsed: ReturnType<typeof parse>;
  readonly model: Model;
}

export function load(input: LoadInput, serial: number, parsed = parse(input.files)): Loaded {
  const from = performance.now();
  const { asOf, seed, evidence } = input;
  const { measures, signatures, previous } = evidence;
  const judged = judge(parsed, { asOf, seed, measures, signatures, ...(previous === undefined ? {} : { previous }) });
  const shown = judged.case ?? parsed.readable?.case ?? null;
  const spans: Span[] = (shown?.elements ?? []).map(({ id, origin }) => ({ id, range: parsed.ranges.value(origin) }));
  const model: Model = {
    serial,
    case: judged.case,
    readable: parsed.readable?.case ?? null,
    findings: judged.findings,
    fatal: judged.fatal,
    assessment: judged.assessment,
    spans,
    milliseconds: performance.now() - from,
  };
  return { ...judged, input, parsed, model };
}

/** The case with its indices; a question about a text that cannot be read has no answer. */
export function wholeCase({ case: of }: Loaded) {
  if (of === null) throw new Error('The text has errors');
  return lookup(of);
}
