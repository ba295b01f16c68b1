import { adviseCase } from '@surety/core/advice';
import { horizonsOf, REPORT_POINTS } from '@surety/core/horizon';
import {
  gatherReport,
  type ReportInput,
  readRequest,
  redact,
  renderHtml,
  renderJson,
  renderMarkdown,
} from '@surety/core/report';
import type { ReportAnswer, ReportAsk } from '../analysis-questions.js';
import { type Loaded, wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';
import { chainOf } from './chain-of.js';

export const report: Answer<'report'> = (loaded, asked, tell): ReportAnswer => {
  const bare = gathered(loaded);
  const whole = asked.outlook === true ? { ...bare, ...outlookOf(loaded, tell) } : bare;
  if (asked.redact === undefined) return { kind: 'report', text: written(whole, asked) };
  const read = readRequest(asked.redact, whole.case);
  if (!read.ok) {
    return { kind: 'unknown', name: read.unknown, ...(read.nearest === undefined ? {} : { nearest: read.nearest }) };
  }
  return { kind: 'report', text: written(redact(whole, read.request), asked) };
};

function gathered(loaded: Loaded): ReportInput {
  const { case: of } = wholeCase(loaded);
  const { assessment, findings, parsed, input } = loaded;
  if (assessment === null) throw new Error('Nothing is assessed while fatal findings stand');
  const chain = chainOf(loaded);
  return {
    ...gatherReport({
      case: of,
      measures: input.evidence.measures,
      assessment,
      findings,
      catalogue: parsed.catalogue,
      version: import.meta.env.SURETY_VERSION,
    }),
    ...(chain === undefined ? {} : { chain }),
  };
}

/** With the options of `surety report --outlook`, so that the bytes are its. */
function outlookOf(loaded: Loaded, tell: (words: string) => void): Pick<ReportInput, 'horizons' | 'advice'> {
  const { case: of } = wholeCase(loaded);
  const { evidence, asOf, seed } = loaded.input;
  const horizons = horizonsOf(of, evidence.measures, { asOf, seed, points: REPORT_POINTS }, tell);
  tell('Trying changes');
  return { horizons, advice: adviseCase(of, evidence.measures, { asOf, seed }) };
}

function written(input: ReportInput, { form, audience }: ReportAsk): string {
  if (form === 'json') return renderJson(input);
  return form === 'markdown' ? renderMarkdown(input, audience) : renderHtml(input, audience);
}
