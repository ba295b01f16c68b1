import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { serve, smallCase } from '../server.testing.js';
import { changedText } from './changed-text.js';
import { parseEdit } from './parse-edit.js';

/** Things that look like edits, more or less. */
const edits = fc.record(
  {
    what: fc.oneof(fc.string(), fc.jsonValue()),
    files: fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.record(
          {
            path: fc.oneof(fc.constantFrom('case.yaml', '../x.yaml', 'new.yaml'), fc.string(), fc.jsonValue()),
            base: fc.oneof(fc.constant(null), fc.constant('0'.repeat(64)), fc.jsonValue()),
            text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
            splices: fc.oneof(
              fc.jsonValue(),
              fc.array(fc.record({ start: fc.integer(), end: fc.double(), text: fc.string() })),
            ),
            remove: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);

it('whatever is sent as an edit, it is one or a sentence says why not', () => {
  fc.assert(
    fc.property(fc.oneof(edits, fc.jsonValue()), (data) => {
      const parsed = parseEdit(JSON.parse(JSON.stringify(data)));
      if (!parsed.ok) expect(parsed.why).toMatch(/^[`A-Z].*\.$/);
    }),
    { numRuns: 2000 },
  );
});

it('pieces replaced are what cutting and joining by hand gives, or are refused where they overlap', () => {
  const piece = fc.record({ start: fc.nat(14), length: fc.nat(5), text: fc.string({ maxLength: 3 }) });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), fc.array(piece, { maxLength: 4 }), (before, pieces) => {
      const splices = pieces.map(({ start, length, text }) => ({ start, end: start + length, text }));
      const changed = changedText(before, { path: 'x', base: '', splices });
      // From the last to the first, so that no place moves before it is used.
      const order = splices
        .map((one, at) => ({ ...one, at }))
        .sort((a, b) => b.start - a.start || b.end - a.end || b.at - a.at);
      const bad = order.some((one, at) => one.end > before.length || (at > 0 && one.end > order[at - 1]!.start));
      const by = order.reduce(
        (text, { start, end, text: piece }) => text.slice(0, start) + piece + text.slice(end),
        before,
      );
      const isText = !/\p{Surrogate}|\0/u.test(by);
      expect(changed).toEqual(!bad && isText ? { ok: true, text: by } : { ok: false, why: expect.any(String) });
    }),
    { numRuns: 5000 },
  );
});

it('whatever is sent to the server, it is refused in order, and nothing is written', { timeout: 60_000 }, async () => {
  const server = await serve();
  const headers = { 'content-type': 'application/json' };
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        edits.map((data) => JSON.stringify(data)),
        fc.string({ unit: 'binary' }),
      ),
      async (body) => {
        const { status, text } = await server.ask('/api/edit', { method: 'POST', headers, body });
        expect([200, 400, 422]).toContain(status);
        expect(['refused', 'conflict', 'saved']).toContain(JSON.parse(text).kind);
      },
    ),
    { numRuns: 150 },
  );
  expect(readFileSync(join(server.folder, 'case.yaml'), 'utf8')).toBe(smallCase);
});
