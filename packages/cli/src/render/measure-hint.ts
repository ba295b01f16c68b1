import type { Shown, ShownColumn } from '@surety/evidence';
import type { Style } from './style.js';
import { cleaned } from './text.js';

/** A block of evidence that could measure this log, to be pasted into a case and changed. */
export function renderMeasureHint(dirty: Shown, { bold, dim }: Style): string {
  const shown = cleaned(dirty);
  const { file, reader, scores, topGates, rows } = shown;
  const source = `${bold('To measure it in a case')}`;
  const named = `evidence:
  ${idOf(file)}:
    source: ${yaml(file.replaceAll('\\', '/'))}
    reader: ${yaml(reader.replace(/ .*$/, ''))}`;
  if (topGates !== undefined) {
    const others = topGates.slice(1, 5).join(', ');
    return `${source} ${dim('(the number is as good as the tree: argue that)')}
${named}
    top: ${yaml(topGates[0] ?? 'GATE')}${others === '' ? '' : dim(`  # or ${others}`)}`;
  }
  if (rows === 0) return dim('It holds no rows: nothing can be measured from it.');
  // Of several scorers a measure must name one.
  const scorer = scores.length > 1 ? `\n      scorer: ${yaml(scores[0]?.name ?? '')}` : '';
  const others = scores.slice(1).map(({ name }) => name);
  const choice = others.length === 0 ? '' : dim(`  # or ${others.join(', ')}`);
  return `${source} ${dim('(say in `success` what the event is that is counted)')}
${named}
    measure:
      kind: rate
      success: ${yaml(successOf(shown))}${scorer}${choice}`;
}

/** An expression over what the log has: the score where there is one, or else a column that looks like a result. */
function successOf({ scores, fields }: Shown): string {
  const [score] = scores;
  if (score !== undefined) {
    if (score.numeric === undefined) return equals('value', score);
    // Grades between 0 and 1: only the full mark would be an event otherwise.
    return isGraded(score) ? 'score >= 0.5' : 'score >= 1';
  }
  const named = fields.filter(
    ({ name }) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && name !== 'sample' && name !== 'epoch',
  );
  // Zeros and ones are results more often than anything else is.
  const isResult = ({ numeric, absent }: ShownColumn) =>
    numeric !== undefined && absent === 0 && numeric.min >= 0 && numeric.max <= 1;
  const field = named.find(isResult) ?? named.find(({ numeric }) => numeric !== undefined) ?? named[0];
  if (field === undefined) return 'score >= 1';
  return field.numeric === undefined ? equals(field.name, field) : `${field.name} >= 1`;
}

function isGraded({ numeric, values }: ShownColumn): boolean {
  const within = numeric !== undefined && numeric.min >= 0 && numeric.max <= 1;
  return within && values.some(({ value }) => typeof value === 'number' && !Number.isInteger(value));
}

function equals(name: string, { values }: ShownColumn): string {
  return `${name} == ${JSON.stringify(values[0]?.value ?? '')}`;
}

function idOf(file: string): string {
  const base =
    file
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  const id = base.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '');
  return id === '' ? 'log' : id;
}

/** A text as a YAML scalar: plain where nothing in it means something. */
function yaml(text: string): string {
  return /^[A-Za-z0-9_./][\w./ >=-]*$/.test(text) && !/^[\d.]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
