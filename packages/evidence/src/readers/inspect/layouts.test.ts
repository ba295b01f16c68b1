import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.testing.js';
import { flag } from '../../trials/index.js';
import { makeZip } from '../../zip/make-zip.testing.js';
import { readFile, readLogHeader } from '../read.js';

const folder = temporaryFolder();

/** Fields of a log as the versions of today write them; the tests change what they are about. */
const header = {
  version: 2,
  status: 'success',
  eval: { run_id: 'r', created: '2026-01-02T03:04:05+02:00', task: 't', task_id: 'i', model: 'p/m', dataset: {} },
  plan: { name: 'plan', steps: [], config: {} },
  stats: { started_at: '', completed_at: '', model_usage: {} },
};
const results = (scores: unknown[], more: object = {}) => ({
  results: { total_samples: 1, completed_samples: 1, scores, ...more },
});
const sample = (fields: object = {}) => ({ id: 1, epoch: 1, input: 'q', target: 'a', metadata: {}, ...fields });

async function read(content: unknown, options: { readonly reductions?: boolean } = {}) {
  const location = join(folder, 'log');
  const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  writeFileSync(location, bytes);
  return readFile(location, { path: 'log', reader: 'inspect', ...options });
}

async function logOf(content: unknown, options: { readonly reductions?: boolean } = {}) {
  const result = await read(content, options);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.log;
}

const scoresOf = async (content: unknown) => Object.fromEntries((await logOf(content)).trials.scores);

/** The same log as an archive. */
function archived(log: { readonly samples: readonly { readonly id: unknown; readonly epoch: number }[] }): Buffer {
  const { samples, ...rest } = log;
  return makeZip([
    ...samples.map((each) => ({ name: `samples/${each.id}_epoch_${each.epoch}.json`, data: JSON.stringify(each) })),
    { name: 'header.json', data: JSON.stringify(rest) },
  ]);
}

describe.each([
  ['.json', (log: Parameters<typeof archived>[0]) => JSON.stringify(log)],
  ['.eval', archived],
])('scores in every layout, %s', (_name, layout) => {
  test('version 1: one score without a name, the scorer in the results', async () => {
    const log = {
      ...header,
      version: 1,
      results: { scorer: { name: 'match', params: {} }, metrics: { accuracy: { name: 'accuracy', value: 1 } } },
      samples: [sample({ score: { value: 'C', answer: 'a' } })],
    };
    expect(await scoresOf(layout(log))).toEqual({ match: ['C'] });
    const { claimed } = await logOf(layout(log));
    expect(claimed.metrics).toEqual([{ scorer: 'match', name: 'accuracy', value: 1 }]);
  });

  test('a list of scorers under the name `scorers`', async () => {
    const scorers = [
      { name: 'match', metrics: { accuracy: { name: 'accuracy', value: 1, options: {} } } },
      { name: 'other', metrics: { bootstrap_std: { name: 'bootstrap_std', value: 0 } } },
    ];
    const log = { ...header, results: { scorers }, samples: [sample({ score: { value: 1 } })] };
    const { trials, claimed } = await logOf(layout(log));
    expect([...trials.scores]).toEqual([['match', [1]]]);
    expect(claimed.metrics.map(({ scorer, name }) => `${scorer} ${name}`)).toEqual([
      'match accuracy',
      'other bootstrap_std',
    ]);
  });

  test('a score without a name where no results name the scorer', async () => {
    expect(await scoresOf(layout({ ...header, samples: [sample({ score: { value: { a: 1, b: null } } })] }))).toEqual({
      'score.a': [1],
      'score.b': [undefined],
    });
  });

  test('the placeholder that Inspect writes for such a score', async () => {
    const log = {
      ...header,
      ...results([{ name: 'match' }]),
      samples: [sample({ scores: { '88F74D2C': { value: 'I' } } })],
    };
    expect(await scoresOf(layout(log))).toEqual({ match: ['I'] });
  });

  test('both layouts in one sample: that of today counts, and it is said', async () => {
    const both = sample({ scores: { match: { value: 'C' } }, score: { value: 'I' } });
    const log = { ...header, ...results([{ name: 'match', scorer: 'match' }]), samples: [both] };
    expect(await scoresOf(layout(log))).toEqual({ match: ['C'] });
    expect((await logOf(layout(log))).notes).toEqual([
      'rows with `scores` and the older `score`, of which `scores` is read: 1',
    ]);
  });

  test('both layouts in one log are one column', async () => {
    const samples = [sample({ scores: { match: { value: 'C' } } }), sample({ id: 2, score: { value: 'I' } })];
    expect(await scoresOf(layout({ ...header, ...results([{ name: 'match' }]), samples }))).toEqual({
      match: ['C', 'I'],
    });
  });

  test('an edited score counts as edited, whatever stood before', async () => {
    const history = [{ value: 'I' }, { value: 'C', provenance: { author: 'x', timestamp: '2026-01-01T00:00:00Z' } }];
    const samples = [
      sample({ scores: { match: { value: 'C', history } } }),
      sample({ id: 2, scores: { match: { value: 'I', history: [] } } }),
    ];
    const { trials, notes } = await logOf(layout({ ...header, samples }));
    expect(trials.scores.get('match')).toEqual(['C', 'I']);
    expect(notes).toEqual(['rows whose scores were edited after the run: 1']);
  });

  test('results that name a value of a scorer, and one scorer for each reducer', async () => {
    const scores = [
      { name: 'harm', scorer: 'judge', metrics: { mean: { name: 'mean', value: 0.5 } } },
      { name: 'match', scorer: 'match', reducer: 'mode', metrics: { accuracy: { name: 'accuracy', value: 1 } } },
      { name: 'match', scorer: 'match', reducer: 'max', metrics: { accuracy: { name: 'accuracy', value: 0 } } },
    ];
    const samples = [sample({ scores: { judge: { value: { harm: 0.5 } }, match: { value: 'C' } } })];
    const { trials, claimed } = await logOf(layout({ ...header, ...results(scores), samples }));
    expect([...trials.scores.keys()]).toEqual(['judge.harm', 'match']);
    expect(claimed.metrics).toEqual([
      { scorer: 'harm', of: 'judge', name: 'mean', value: 0.5 },
      { scorer: 'match', reducer: 'mode', name: 'accuracy', value: 1 },
      { scorer: 'match', reducer: 'max', name: 'accuracy', value: 0 },
    ]);
  });

  test('two values of one name are refused: one of them would be lost', async () => {
    const scores = { judge: { value: { harm: 1 } }, 'judge.harm': { value: 0 } };
    expect(await read(layout({ ...header, samples: [sample({ scores })] }))).toMatchObject({
      ok: false,
      problems: [{ code: 'log-shape', message: 'two values have the name “judge.harm”' }],
    });
  });
});

describe('what a log says of a sample', () => {
  const flagsOf = async (fields: object) => (await logOf({ ...header, samples: [sample(fields)] })).trials.flags[0];

  test.each([
    ['a stop at a content filter', { output: { choices: [{ stop_reason: 'content_filter' }] } }, flag.refused],
    ['another stop', { output: { choices: [{ stop_reason: 'max_tokens' }] } }, 0],
    ['a text that sounds like it', { output: { completion: 'I cannot help', choices: [{ stop_reason: 'stop' }] } }, 0],
    ['a scorer’s reason', { scores: { s: { value: Number.NaN, reason: 'refusal' } } }, flag.refused],
    [
      'the same before it had a field',
      { scores: { s: { value: 0, metadata: { unscored_reason: 'refusal' } } } },
      flag.refused,
    ],
    ['another reason', { scores: { s: { value: 0, reason: 'grader_failed' } } }, 0],
    ['the exception that cancels', { error: { message: 'CancelledError()' } }, flag.error | flag.partial],
    ['that of the other event loop', { error: { message: 'Cancelled()' } }, flag.error | flag.partial],
    ['an error', { error: { message: 'ValueError("CancelledError(")' } }, flag.error],
    ['a limit of a kind not known', { limit: { type: 'patience', limit: 3 } }, flag.limit],
    ['an invalidation', { invalidation: { author: 'x' } }, flag.invalid],
    ['nothing of it', { error: null, limit: null, invalidation: null }, 0],
  ])('%s', async (_name, fields, flags) => {
    expect(await flagsOf(fields)).toBe(flags);
  });

  test('`length` is what `max_tokens` was called once', async () => {
    const { trials } = await logOf({
      ...header,
      samples: [sample({ output: { choices: [{ stop_reason: 'length' }] } })],
    });
    expect(trials.stop).toEqual(['max_tokens']);
  });

  test('columns that no row states do not exist', async () => {
    const { trials } = await logOf({ ...header, samples: [sample({ output: { model: 'm' }, error_retries: [] })] });
    expect(Object.keys(trials).sort()).toEqual(['epoch', 'fields', 'flags', 'rows', 'sample', 'scores']);
  });

  test('the model that answered stands where it is not the run’s own', async () => {
    const samples = ['m', 'p/m', 'm-2026-01-01'].map((model, i) => sample({ id: i, output: { model } }));
    expect((await logOf({ ...header, samples })).trials.model).toEqual([undefined, undefined, 'm-2026-01-01']);
  });

  test('a number that JSON cannot hold is known by the name of its member, and refused without one', async () => {
    const id = '9007199254740993';
    const text = `{"id": ${id}, "epoch": 1, "scores": {}}`;
    const members = [
      { name: `samples/${id}_epoch_1.json`, data: text },
      { name: 'header.json', data: JSON.stringify(header) },
    ];
    expect((await logOf(makeZip(members))).trials.sample).toEqual([id]);
    expect(await read(`${JSON.stringify(header).slice(0, -1)}, "samples": [${text}]}`)).toMatchObject({
      ok: false,
      problems: [{ code: 'log-shape', message: expect.stringContaining('too large to be told from its neighbours') }],
    });
  });
});

describe('what is skipped or does not fit is said', () => {
  const notesOf = async (content: unknown) => (await logOf(content)).notes;

  test('more or fewer samples with a score than the header claims', async () => {
    const scores = [{ name: 'match', scorer: 'match', scored_samples: 2, metrics: {} }];
    const samples = [sample({ scores: { match: { value: 'C' } } }), sample({ id: 2, scores: {} })];
    const claims = { ...results(scores), results: { total_samples: 2, completed_samples: 2, scores } };
    expect(await notesOf({ ...header, ...claims, samples })).toEqual([
      'the header claims that match scored 2 samples, 1 sample of the rows have its score: the rows count',
    ]);
  });

  test('changes while the run was under way, after it, and early stopping', async () => {
    const early = { manager: 'm', early_stops: [{ id: 1, epoch: 2 }], metadata: {} };
    const updates = { config_updates: [{}, {}], log_updates: [{}] };
    const log = { ...header, ...updates, ...results([], { early_stopping: early }), samples: [sample()] };
    const notes = [
      'the configuration was changed while the run was under way: 2 times',
      'tags or metadata of the log were changed after the run: 1 time',
      'early stopping left out 1 row: which ones depends on the scores before them',
    ];
    expect(await notesOf(log)).toEqual(notes);
    expect(await readLogHeader(join(folder, 'log'), { reader: 'inspect' })).toMatchObject({
      ok: true,
      head: { notes },
    });
  });

  test('invalidation in the header or in the rows alone', async () => {
    expect(await notesOf({ ...header, invalidated: true, samples: [sample()] })).toEqual([
      'the header says that samples were invalidated, but none is marked',
    ]);
    expect(
      await notesOf({ ...header, invalidated: false, samples: [sample({ invalidation: { author: 'x' } })] }),
    ).toEqual(['samples are marked as invalid, but the header does not say so']);
  });

  test('metadata that no column can hold, and answers of another model', async () => {
    const fields = {
      metadata: { a: 1, list: [1], object: {} },
      model_fallbacks: [{ model: 'm', fallback_model: 'n' }],
    };
    expect(await notesOf({ ...header, samples: [sample(fields)] })).toEqual([
      'rows in which a request was answered by another model than the one asked: 1',
      'metadata that is a list or an object is not read: list, object',
    ]);
  });

  test('members of an archive that hold another sample, are not known, or replace one another', async () => {
    const members = [
      { name: 'samples/1_epoch_1.json', data: JSON.stringify(sample({ id: 9 })) },
      { name: 'samples/2_epoch_1.json', data: JSON.stringify(sample({ id: 2 })) },
      { name: 'samples/2_epoch_1.json', data: JSON.stringify(sample({ id: 2 })) },
      { name: 'stray.txt', data: 'x' },
      { name: 'header.json', data: JSON.stringify(header) },
    ];
    expect(await notesOf(makeZip(members))).toEqual([
      'members of the archive replaced by a later one of the same name: 1',
      'members that are named after another sample than they hold: 1',
      'members that this reader does not know: stray.txt',
    ]);
  });

  test('a journal without a header: samples that it lists and that are not there, changes that it holds', async () => {
    const { status: _, stats: __, ...start } = header;
    const members = [
      { name: '_journal/start.json', data: JSON.stringify(start) },
      { name: 'samples/1_epoch_1.json', data: JSON.stringify(sample()) },
      {
        name: '_journal/summaries/1.json',
        data: JSON.stringify([
          { id: 1, epoch: 1 },
          { id: 2, epoch: 1 },
        ]),
      },
      { name: '_journal/config_updates/1.json', data: '{}' },
    ];
    const log = await logOf(makeZip(members));
    expect(log.status).toBe('started');
    expect(log.notes).toEqual([
      'the journal lists 1 sample that the log does not hold',
      'the run never ended: the log is what had been written so far',
      'the configuration was changed while the run was under way: 1 time',
    ]);
  });
});

describe('reduced scores', () => {
  const scored = (name: string) => ({
    scorer: name,
    samples: [
      { sample_id: 1, value: { a: 1 } },
      { sample_id: 's', value: Number.NaN },
    ],
  });

  test('are read only where they are asked for', async () => {
    expect((await logOf({ ...header, samples: [], reductions: [scored('x')] })).claimed).not.toHaveProperty(
      'reductions',
    );
  });

  test('among the results, as until version 0.3.42', async () => {
    const { claimed } = await logOf(
      { ...header, ...results([], { sample_reductions: [scored('x')] }) },
      { reductions: true },
    );
    expect(claimed.reductions).toEqual([
      {
        scorer: 'x',
        samples: ['1', 's'],
        scores: new Map([
          ['x.a', [1, undefined]],
          ['x', [undefined, undefined]],
        ]),
      },
    ]);
  });

  test('without the name of a sample are left out, and it is said', async () => {
    const reductions = [{ scorer: 'x', samples: [{ value: 1 }, { sample_id: null, value: 0 }] }];
    const { claimed, notes } = await logOf({ ...header, reductions }, { reductions: true });
    expect(claimed.reductions).toEqual([{ scorer: 'x', samples: [], scores: new Map() }]);
    expect(notes).toEqual(['reduced scores whose sample cannot be told, and are not read: 2']);
  });
});
