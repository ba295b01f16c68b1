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

export const report: Answer<'report'> = (loaded, asked): ReportAnswer => {
  const whole = gathered(loaded);
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

function written(input: ReportInput, { form, audience }: ReportAsk): string {
  if (form === 'json') return renderJson(input);
  return form === 'markdown' ? renderMarkdown(input, audience) : renderHtml(input, audience);
}
