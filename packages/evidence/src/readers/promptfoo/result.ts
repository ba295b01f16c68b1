import { createHash } from 'node:crypto';
import { isObject, type JsonObject, type JsonValue, list, object, type Shape, scalar, take } from '../../json/index.js';
import type { Problem } from '../../problem.js';
import type { TrialTexts } from '../../samples/index.js';
import { type Cell, flag, type Trials, trialsBuilder } from '../../trials/index.js';
import type { ReadOptions } from '../reader.js';
import { shortCell, shortFields } from '../short-cell.js';

/** What promptfoo says of a failed result: an assertion failed, or the provider or the run broke. */
const failedByError = 2;

const fields: Readonly<Record<string, Shape>> = {
  success: scalar,
  score: scalar,
  failureReason: scalar,
  error: object({}, scalar),
  latencyMs: scalar,
  cost: scalar,
  promptIdx: scalar,
  testIdx: scalar,
  namedScores: object({}, scalar),
  provider: object({ id: scalar, label: scalar }),
  prompt: object({ label: scalar }),
  tokenUsage: object({ total: scalar }),
  response: object({ isRefusal: scalar, cached: scalar }),
  vars: take,
  metadata: object({ pluginId: scalar, strategyId: scalar, severity: scalar }),
  testCase: object({
    description: scalar,
    vars: take,
    assert: take,
    metadata: object({ pluginId: scalar, strategyId: scalar, severity: scalar }),
  }),
  gradingResult: object({
    pass: scalar,
    componentResults: list(object({ pass: scalar, reason: scalar, assertion: object({ type: scalar }) })),
  }),
};

const withTexts: Readonly<Record<string, Shape>> = {
  ...fields,
  prompt: object({ label: scalar, raw: take }),
  response: object({ isRefusal: scalar, cached: scalar, output: take }),
};

export interface Counts {
  readonly successes: number;
  readonly failures: number;
  readonly errors: number;
}

/** Collects results; both forms of the output hold the same. */
export interface ResultRows {
  readonly shape: Shape;
  add(value: JsonValue, line: number): Problem | undefined;
  finish(): { readonly trials: Trials; readonly counts: Counts; readonly notes: readonly string[] };
}

export function resultRows(file: string, { limits, sampler }: ReadOptions): ResultRows {
  const builder = trialsBuilder(limits);
  const epochs = new Map<string, number>();
  const counts = { successes: 0, failures: 0, errors: 0 };
  let brokenAssertions = 0;
  let nothingAsserted = 0;
  let refusals = 0;
  let longVars = 0;

  return {
    shape: object(sampler === undefined ? fields : withTexts),
    add(value, line) {
      const wrong = (message: string, expected: string): Problem => ({
        code: 'log-shape',
        message,
        file,
        line,
        expected,
      });
      if (!isObject(value)) return wrong('a result is not an object', 'an object with success, score and testCase');
      const { success, score } = value;
      if (typeof success !== 'boolean')
        return wrong('a result does not say whether it succeeded', '`success`: true or false');
      const components = componentsOf(value);
      const isError = brokeDown(value);
      counts[isError ? 'errors' : success ? 'successes' : 'failures'] += 1;
      if (components.some(({ reason }) => typeof reason === 'string' && /^Custom function threw error/.test(reason)))
        brokenAssertions += 1;
      if (!isError && components.length === 0) nothingAsserted += 1;
      const refused = isObject(value.response) && value.response.isRefusal === true;
      if (refused) refusals += 1;
      const sample = sampleOf(value);
      const epoch = (epochs.get(sample) ?? 0) + 1;
      epochs.set(sample, epoch);
      const vars = isObject(value.vars) ? value.vars : {};
      longVars += Object.values(vars).filter((item) => shortCell(item) === undefined).length;
      const row = {
        sample,
        epoch,
        flags: (isError ? flag.error : 0) | (refused ? flag.refused : 0),
        // An error has no outcome: promptfoo writes success false and score 0 for it, and counts it apart.
        scores: isError
          ? []
          : [
              ['success', success] as const,
              ['score', typeof score === 'number' && !Number.isNaN(score) ? score : undefined] as const,
              ...numbersOf(value.namedScores),
              ...passedByType(components),
            ],
        fields: fieldsOf(value, vars, components),
        ...redTeam(value),
        model: modelOf(value),
      };
      sampler?.offer(row, () => textsOf(value));
      return builder.add(row, { file, line });
    },
    finish: () => ({
      trials: builder.finish(),
      counts,
      notes: [
        ...said(brokenAssertions, 'rows of which an assertion itself broke; promptfoo counts them as failures'),
        ...said(nothingAsserted, 'rows for which nothing was asserted; promptfoo counts them as successes'),
        ...said(refusals, 'answers that promptfoo takes for refusals'),
        ...said(longVars, 'variables that were passed over, because they are longer than a word'),
      ],
    }),
  };
}

function said(count: number, what: string): string[] {
  return count === 0 ? [] : [`${what}: ${count}`];
}

/** Older versions give no reason: then an error without a grading is one of the run. */
function brokeDown({ failureReason, error, gradingResult }: JsonObject): boolean {
  if (typeof failureReason === 'number') return failureReason === failedByError;
  return error !== undefined && error !== null && !isObject(gradingResult);
}

/**
 * Repeats have numbers of their own in promptfoo, and so have the same variables that stand twice. What is asked and
 * what is demanded tells a test: the variables, without those that a run makes for itself, and the assertions.
 */
function sampleOf({ testCase, vars }: JsonObject): string {
  const test = isObject(testCase) ? testCase : {};
  const asked = isObject(test.vars) ? test.vars : isObject(vars) ? vars : {};
  const kept = Object.entries(asked)
    .filter(([name]) => name !== 'sessionId' && !name.startsWith('_'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([test.description ?? null, kept, test.assert ?? null]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

interface Component {
  readonly pass: boolean;
  readonly type: string | undefined;
  readonly reason: JsonValue | undefined;
}

function componentsOf({ gradingResult }: JsonObject): Component[] {
  const all = isObject(gradingResult) ? gradingResult.componentResults : undefined;
  if (!Array.isArray(all)) return [];
  return (all as readonly JsonValue[]).filter(isObject).map(({ pass, reason, assertion }) => {
    const type = isObject(assertion) && typeof assertion.type === 'string' ? assertion.type : undefined;
    return { pass: pass === true, type, reason };
  });
}

/** `assert.contains`: whether all assertions of that type passed. */
function passedByType(components: readonly Component[]): (readonly [string, Cell])[] {
  const passed = new Map<string, boolean>();
  for (const { type, pass } of components) {
    if (type !== undefined) passed.set(type, pass && (passed.get(type) ?? true));
  }
  return [...passed].map(([type, pass]) => [`assert.${type}`, pass]);
}

function numbersOf(value: JsonValue | undefined): (readonly [string, Cell])[] {
  return Object.entries(isObject(value) ? value : {}).flatMap(([name, item]) =>
    typeof item === 'number' && !Number.isNaN(item)
      ? [[name === 'score' || name === 'success' ? `metric.${name}` : name, item] as const]
      : [],
  );
}

function fieldsOf(value: JsonObject, vars: JsonObject, components: readonly Component[]): (readonly [string, Cell])[] {
  const { testCase, prompt, tokenUsage } = value;
  const description = isObject(testCase) ? testCase.description : undefined;
  const passed = components.filter(({ pass }) => pass).length;
  const strategy = redTeamOf(value).strategyId;
  return [
    ...(['testIdx', 'promptIdx', 'latencyMs', 'cost'] as const).map((name) => [name, shortCell(value[name])] as const),
    ['tokens', isObject(tokenUsage) ? shortCell(tokenUsage.total) : undefined] as const,
    ['assertionsPassed', passed] as const,
    ['assertionsFailed', components.length - passed] as const,
    ...(typeof description === 'string' ? [['description', description] as const] : []),
    ...(isObject(prompt) ? [['prompt', shortCell(prompt.label)] as const] : []),
    ...(strategy === undefined ? [] : [['strategy', strategy] as const]),
    ...shortFields(vars, 'vars.'),
  ].filter(([, cell]) => cell !== undefined);
}

function redTeamOf({ metadata, testCase }: JsonObject): { readonly pluginId?: string; readonly strategyId?: string } {
  const of = (name: 'pluginId' | 'strategyId') => {
    const own = isObject(metadata) ? metadata[name] : undefined;
    const test = isObject(testCase) && isObject(testCase.metadata) ? testCase.metadata[name] : undefined;
    const found = own ?? test;
    return typeof found === 'string' && found !== '' ? { [name]: found } : {};
  };
  return { ...of('pluginId'), ...of('strategyId') };
}

function redTeam(value: JsonObject): { readonly group?: string } {
  const { pluginId } = redTeamOf(value);
  return pluginId === undefined ? {} : { group: pluginId };
}

function modelOf({ provider }: JsonObject): Cell {
  if (typeof provider === 'string') return provider;
  const { label, id } = isObject(provider) ? provider : {};
  return typeof label === 'string' && label !== '' ? label : typeof id === 'string' ? id : undefined;
}

function textsOf({ prompt, response }: JsonObject): TrialTexts {
  const raw = isObject(prompt) ? prompt.raw : undefined;
  const output = isObject(response) ? response.output : undefined;
  return {
    ...(typeof raw === 'string' ? { input: raw } : {}),
    ...(output === undefined || output === null
      ? {}
      : { output: typeof output === 'string' ? output : JSON.stringify(output) }),
  };
}
