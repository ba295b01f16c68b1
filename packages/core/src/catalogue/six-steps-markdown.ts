import type { Fact } from './fact.js';
import { sixSteps } from './six-steps.js';

/** The six steps for the manual: what each asks, with where that comes from. */
export function sixStepsMarkdown(): string {
  const asked = ({ value, provenance, source }: Fact<string>) => `- ${value} *${provenance}: ${source}*`;
  const parts = sixSteps.map(({ number, title, asks, training }) =>
    [
      `### ${number}. ${title.value}`,
      '',
      ...asks.map(asked),
      `- Where the decision is to train further: ${training.value} *${training.provenance}: ${training.source}*`,
    ].join('\n'),
  );
  return `Titles are the paper’s own.\n\n${parts.join('\n\n')}`;
}
