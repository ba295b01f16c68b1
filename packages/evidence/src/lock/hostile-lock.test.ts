import { describe, expect, test } from 'vitest';
import type { Problem } from '../problem.js';
import { mutate, randomFrom } from '../readers/mutate.testing.js';
import { formatLock, type Lock } from './lock.js';
import { parseLock } from './parse-lock.js';

const digest = (of: string) => `sha256:${of.repeat(32)}` as const;
const lock: Lock = {
  evidence: new Map([
    [
      'one',
      {
        sources: [{ path: 'a.csv', digest: digest('ab'), size: 12 }],
        attestation: [{ path: 'a.json', digest: digest('cd'), size: 99 }],
        reader: 'csv 1',
        measure: digest('ef'),
        models: ['m/ü'],
        results: [
          {
            policy: { errors: 'exclude', invalid: 'exclude', limits: 'exclude' },
            counts: { kind: 'binomial', events: 2, trials: 3 },
          },
        ],
        notes: ['a note'],
        lockedAt: '2026-11-10',
      },
    ],
  ]),
};
const text = Buffer.from(formatLock(lock));

function faultsOf({ code, message, file, line, column }: Problem): string[] {
  return [
    ...(code === 'lock-syntax' || code === 'lock-version' ? [] : [code]),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    ...(message.length < 300 && !/[\u0000-\u001f\u007f-\u009f\u202e]|Error:|\bat .*:\d+:\d+/.test(message)
      ? []
      : [message]),
    ...(file === 'surety.lock' ? [] : [`the file ${file}`]),
    ...((line ?? 1) >= 1 && (column ?? 1) >= 1 ? [] : [`${line}:${column}`]),
  ];
}

const refused = (content: Buffer | string) => {
  const result = parseLock(Buffer.from(content as string), 'surety.lock');
  if (result.ok) throw new Error('it was read');
  expect(faultsOf(result.problem)).toEqual([]);
  return result.problem;
};

describe('a lock file', () => {
  test('cut off anywhere is refused', () => {
    for (let length = 0; length < text.length - 2; length++) refused(text.subarray(0, length));
  });

  test.each<[string, Buffer | string]>([
    ['depth', `{"surety": 1, "evidence": ${'['.repeat(1e6)}`],
    ['invalid UTF-8', Buffer.concat([text.subarray(0, 40), Buffer.from([0xff]), text.subarray(40)])],
    ['NUL', Buffer.concat([text.subarray(0, 40), Buffer.from([0]), text.subarray(40)])],
    ['half a character at the end', Buffer.concat([text, Buffer.from([0xc3])])],
    ['a key twice', '{"surety": 1, "surety": 1, "evidence": {}}'],
    ['a key with a line break twice', `{"a\\n\\u001b[31m": 1, "a\\n\\u001b[31m": 1}`],
    ['a long version', `{"surety": "${'1'.repeat(100_000)}"}`],
    ['a long number', `{"surety": ${'1'.repeat(100_000)}}`],
    ['a text without end', `{"surety": "${'1'.repeat(5_000_000)}`],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
  ])('%s', (_what, content) => {
    refused(content);
  });

  test('a key that objects have by themselves is an entry like others', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const result = parseLock(Buffer.from(`{"surety": 1, "evidence": {"${id}": {"checksum": 1}}}`), 'surety.lock');
      expect(result.ok && [...(result.value.damaged?.keys() ?? [])]).toEqual([id]);
    }
  });

  test('altered in any way is refused, or what was altered is not believed', () => {
    const original = parseLock(text, 'surety.lock');
    expect(original.ok && original.value).toEqual(lock);
    for (let seed = 1; seed <= 3000; seed++) {
      const changed = mutate(text, randomFrom(seed), Buffer.from('{"surety": 1, "evidence": {"one": null}}'));
      const result = parseLock(changed, 'surety.lock');
      if (!result.ok) expect([seed, faultsOf(result.problem)]).toEqual([seed, []]);
      else
        for (const entry of result.value.evidence.values())
          expect([seed, entry]).toEqual([seed, lock.evidence.get('one')]);
    }
  });
});
