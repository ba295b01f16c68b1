import { isObject, type JsonObject, type JsonValue, list, object, type Shape, scalar, take } from '../../json/index.js';
import { failed, ok, type Problem, type Result } from '../../problem.js';
import type { TrialTexts } from '../../samples/index.js';
import type { Source } from '../../source/index.js';
import { plural, shown } from '../../text/index.js';
import { type Cell, type Row, trialsBuilder } from '../../trials/index.js';
import { eachObject } from '../lines.js';
import type { Peek } from '../peek.js';
import { type Log, type Reader, type ReadOptions, readerLabel } from '../reader.js';
import { shortCell } from '../short-cell.js';

/** A line of a samples file. */
export function looksLikeSamples(keys: Peek): boolean {
  return (
    keys.has('doc_id') && keys.has('doc') && (keys.has('filtered_resps') || keys.has('resps') || keys.has('arguments'))
  );
}

/** Keys that are not metrics; of these only what is named here is kept. */
const own: Readonly<Record<string, Shape>> = {
  doc_id: scalar,
  doc: object({}),
  target: scalar,
  arguments: object({}),
  resps: list(object({})),
  filtered_resps: list(object({})),
  filter: scalar,
  metrics: list(scalar),
  doc_hash: scalar,
  prompt_hash: scalar,
  target_hash: scalar,
};

interface Document {
  readonly scores: [string, Cell][];
  readonly fields: (readonly [string, Cell])[];
  readonly line: number;
}

/** One row for each document; its filters, which stand on lines of their own, are scores of it. */
export async function readSamples(
  source: Source,
  { limits, sampler }: ReadOptions,
  reader: Reader,
): Promise<Result<Log>> {
  const file = source.path;
  const documents = new Map<string, Document>();
  const seen = new Set<string>();
  const odd = new Map<string, number>();
  const texts = new Map<string, TrialTexts>();
  let cells = 0;
  const shape = object(sampler === undefined ? own : { ...own, arguments: take, filtered_resps: take }, scalar);
  const problem = await eachObject(source, limits, addLine, shape);
  if (problem !== undefined) return failed(problem);
  const builder = trialsBuilder(limits);
  for (const [sample, { scores, fields, line }] of documents) {
    const row: Row = { sample, epoch: 1, flags: 0, scores, fields };
    const refused = builder.add(row, { file, line });
    if (refused !== undefined) return failed(refused);
    sampler?.offer(row, () => texts.get(sample) ?? {});
  }
  const task = /(?:^|[\\/])samples_(.+?)_\d{4}-\d{2}-\d{2}T[^\\/]*$/.exec(file)?.[1];
  return ok({
    reader: readerLabel(reader),
    trials: builder.finish(),
    claimed: { metrics: [] },
    ...(task === undefined ? {} : { task }),
    models: [],
    status: 'unstated',
    notes: [
      'a samples file does not say which model was run: its results file does',
      ...[...odd].map(([name, count]) => `values of ${shown(name)} that are no number and were passed over: ${count}`),
    ],
  });

  function addLine(value: JsonObject, line: number): Problem | undefined {
    const { doc_id: id, filter = 'none' } = value;
    const wrong = (message: string, expected: string): Problem => ({
      code: 'log-shape',
      message,
      file,
      line,
      expected,
    });
    if (typeof id !== 'number' && typeof id !== 'string') return wrong('a sample has no doc_id', 'a number or a text');
    if (typeof filter !== 'string') return wrong(`document ${shown(String(id))} has no filter`, 'the name of a filter');
    const sample = String(id);
    if (seen.has(`${filter} ${sample}`)) {
      const message = `document ${shown(sample)} stands twice under the filter ${shown(filter)}`;
      return { code: 'duplicate-row', message, file, line, expected: 'one line for each document and filter' };
    }
    seen.add(`${filter} ${sample}`);
    if (seen.size > limits.rows) {
      return { code: 'too-many-rows', message: `there are more than ${plural(limits.rows, 'line')}`, file, line };
    }
    const known = documents.get(sample);
    const document = known ?? { scores: [], fields: fieldsOf(value), line };
    if (known === undefined) documents.set(sample, document);
    const metrics = metricsOf(value);
    cells += metrics.length;
    if (document.scores.length + metrics.length > limits.columns || cells > limits.cells) {
      const message = `document ${shown(sample)} has too many metrics`;
      return { code: 'too-many-columns', message, file, line, expected: `at most ${limits.columns}` };
    }
    for (const [name, cell] of metrics) {
      if (cell !== 'odd') document.scores.push([`${name},${filter}`, cell]);
      else if (odd.has(name) || odd.size < limits.columns) odd.set(name, (odd.get(name) ?? 0) + 1);
    }
    if (sampler !== undefined && known === undefined) texts.set(sample, textsOf(value));
    return undefined;
  }
}

function fieldsOf(value: JsonObject): (readonly [string, Cell])[] {
  return (['doc_hash', 'target'] as const).flatMap((name): (readonly [string, Cell])[] => {
    const cell = shortCell(value[name]);
    return cell === undefined ? [] : [[name, cell]];
  });
}

/** Metrics by name. Those of a whole corpus (perplexity, BLEU) have no value for one document. */
function metricsOf(value: JsonObject): (readonly [string, Cell | 'odd'])[] {
  const { metrics } = value;
  const listed = Array.isArray(metrics)
    ? (metrics as readonly JsonValue[]).filter((name): name is string => typeof name === 'string')
    : Object.keys(value).filter((key) => !Object.hasOwn(own, key));
  return listed.map((name): readonly [string, Cell | 'odd'] => {
    const item = value[name];
    if (typeof item === 'number') return [name, Number.isNaN(item) ? undefined : item];
    return [name, typeof item === 'boolean' ? item : 'odd'];
  });
}

/** The first prompt that was put to the model, and what the filter left of its answers. */
function textsOf({ arguments: asked, filtered_resps: answers }: JsonObject): TrialTexts {
  const first: JsonValue | undefined = isObject(asked)
    ? Object.values(asked)[0]
    : Array.isArray(asked)
      ? asked[0]
      : undefined;
  const prompt: JsonValue | undefined = isObject(first)
    ? Object.values(first)[0]
    : Array.isArray(first)
      ? first[0]
      : undefined;
  return {
    ...(typeof prompt === 'string' ? { input: prompt } : {}),
    ...(answers === undefined ? {} : { output: typeof answers === 'string' ? answers : JSON.stringify(answers) }),
  };
}
