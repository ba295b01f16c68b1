import type { SampledLog, SampledTrial } from '@surety/evidence';
import { formatNumber } from './numbers.js';
import type { Style } from './style.js';
import { clean, cleaned, counted, listed, wrap } from './text.js';

interface View {
  readonly style: Style;
  readonly width: number;
}

const about: Readonly<Record<SampledLog['texts'], string>> = {
  shown: 'with what was asked and answered',
  withheld: 'texts withheld (--texts shows them)',
  'none in such a source': 'the source holds no texts',
};

/** Trials that were picked from a log, for people to read. */
export function renderSampledLog(log: SampledLog, { style, width }: View): string {
  const { file, digest, reader, seed, rows, trials, texts } = log;
  const head = [
    style.bold(clean(file)),
    wrap(`${counted(trials.length, 'trial')} of ${rows}, picked with seed ${seed}, ${about[texts]}`, width, '  '),
    wrap(`${clean(reader)}, ${digest}`, width, '  '),
  ];
  return [head.join('\n'), ...trials.map((trial) => trialBlock(trial, { style, width }))].join('\n\n');
}

function trialBlock(trial: SampledTrial, { style, width }: View): string {
  const { sample, epoch, digest, scores, fields, flaws, input, output, cut } = trial;
  const values = (all: SampledTrial['scores']) =>
    Object.entries(cleaned(all))
      .map(([name, value]) => `${clean(name)} ${typeof value === 'number' ? formatNumber(value) : value}`)
      .join(', ');
  const lines = [
    `${style.bold(clean(sample))}${epoch === 1 ? '' : `, epoch ${epoch}`}  ${style.dim(digest)}`,
    ...said('scores', values(scores), width),
    ...said('fields', values(fields), width),
    ...said('flawed', listed(flaws), width),
    ...textLines('asked', input, style),
    ...textLines('answered', output, style),
    ...(cut === true ? [style.dim('  (a text was longer and is cut)')] : []),
  ];
  return lines.join('\n');
}

function said(name: string, text: string, width: number): string[] {
  return text === '' ? [] : [wrap(text, width, `  ${name.padEnd(9)} `, ' '.repeat(12))];
}

/** A text as it stands, line by line, so that it can be read; each line marked as quoted. */
function textLines(name: string, text: string | undefined, style: Style): string[] {
  if (text === undefined) return [];
  return [style.dim(`  ${name}`), ...text.split('\n').map((line) => `  | ${clean(line)}`)];
}
