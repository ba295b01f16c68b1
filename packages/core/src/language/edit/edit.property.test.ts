import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextDocument } from '../document.js';
import type { Change, EditResult, Json } from './change.js';
import { edit } from './edit.js';
import { applyToModel, modelOf, openValid, pathsOf } from './model.testing.js';
import { applySplices } from './splice.js';
import { styledText } from './texts.testing.js';

const words = [
  '',
  'plain',
  'two words',
  'yes',
  'no',
  'null',
  '~',
  'true',
  '12',
  '1e3',
  '100_000',
  '5%',
  '2026-12-01',
  '1:30',
  'a # b',
  'a: b',
  'a:',
  '#',
  '*x',
  '&x',
  '!t',
  '%d',
  '@a',
  '`',
  '- a',
  '-',
  '-a',
  '? b',
  ':',
  ':x',
  '{a}',
  '[',
  'a, b',
  "it's",
  '"q"',
  'back\\slash',
  ' lead',
  'trail ',
  'tab\tx',
  'é',
  'one\ntwo',
  'one\n\ntwo\n',
  'a\r\nb',
  'x\n',
  '\n',
  'one\n two',
  ' one\ntwo',
  'one \ntwo',
  'one\n\n',
  '---',
  '--- x',
  '...',
  '.inf',
  '0x1f',
  '<<',
  '=',
  '<= 0.05',
  '> 0',
  '|',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\u0085',
  '😀',
  'a\u00a0b',
  'x'.repeat(120),
];
const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(-0, 1e21, 2e-3),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false) },
);
const key = fc
  .oneof(fc.constantFrom(...words.filter((word) => word.length < 100)), fc.string({ maxLength: 5 }))
  .map((text) => `${text}`);
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: fc
        .uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 4 })
        .map((pairs) => Object.fromEntries(pairs) as Json),
    },
  ),
}));

/** What to do, with places as numbers that are taken modulo what the text has. */
const plan = fc.record({
  kind: fc.constantFrom('set', 'insert', 'append', 'remove', 'renameKey', 'move', 'wrap', 'unwrap', 'quote'),
  where: fc.nat(1000),
  place: fc.nat(6),
  key,
  value,
});

function changeOf(
  document: TextDocument,
  { kind, where, place, key, value }: (typeof plan)['generate'] extends never ? never : Plan,
): Change | undefined {
  const model = modelOf(document);
  const fits = pathsOf(document).filter((path) => {
    const parent = modelAt(model, path.slice(0, -1));
    const own = modelAt(model, path);
    const nothing = own?.kind === 'scalar' && own.value === null;
    if (kind === 'insert') return own?.kind === 'map' || nothing;
    if (kind === 'append') return own?.kind === 'list' || nothing;
    if (kind === 'renameKey') return path.length > 0 && parent?.kind === 'map';
    if (kind === 'unwrap') return own?.kind === 'list' && own.items.length === 1 && path.length > 0;
    if (kind === 'quote') return own?.kind === 'scalar' && typeof own.value === 'string' && path.length > 0;
    if (kind === 'wrap') return !nothing && path.length > 0;
    return kind === 'set' || path.length > 0;
  });
  const path = fits[where % Math.max(1, fits.length)];
  if (path === undefined) return undefined;
  const own = modelAt(model, path);
  const parent = modelAt(model, path.slice(0, -1));
  const names = own?.kind === 'map' ? own.pairs.map(([name]) => name) : [];
  const siblings =
    parent?.kind === 'map' ? parent.pairs.map(([name]) => name) : parent?.kind === 'list' ? parent.items : [];
  switch (kind) {
    case 'insert': {
      const sibling = names[place % Math.max(1, names.length)];
      const side = sibling === undefined || place > 4 ? {} : place % 2 === 0 ? { before: sibling } : { after: sibling };
      return names.includes(key) ? undefined : { kind, path, key, value, ...side };
    }
    case 'append': {
      const count = own?.kind === 'list' ? own.items.length : 0;
      return place > 4 ? { kind, path, value } : { kind, path, value, at: place % (count + 1) };
    }
    case 'renameKey':
      return (siblings as unknown[]).includes(key) ? undefined : { kind, path, key };
    case 'move':
      return { kind, path, to: place % Math.max(1, siblings.length) };
    case 'remove':
    case 'wrap':
    case 'unwrap':
    case 'quote':
      return { kind, path };
    default:
      return { kind: 'set', path, value };
  }
}

interface Plan {
  readonly kind: string;
  readonly where: number;
  readonly place: number;
  readonly key: string;
  readonly value: Json;
}

type Model = ReturnType<typeof modelOf>;

function modelAt(model: Model, path: readonly (string | number)[]): Model | undefined {
  let now: Model | undefined = model;
  for (const step of path) {
    if (now?.kind === 'map') now = now.pairs.find(([name]) => name === String(step))?.[1];
    else if (now?.kind === 'list') now = now.items[Number(step)];
    else return undefined;
  }
  return now;
}

/** Everything that the splices do not name is still there, in order. */
function outsideIsKept(before: string, after: string, result: EditResult & { ok: true }): boolean {
  let from = 0;
  let at = 0;
  for (const { start, end, text } of result.splices) {
    const kept = before.slice(from, start);
    if (after.slice(at, at + kept.length) !== kept) return false;
    at += kept.length + text.length;
    from = end;
  }
  return after.slice(at) === before.slice(from);
}

test('random changes of random texts change the parsed data as asked, and no byte outside the splices', () => {
  const counts = { made: 0, refused: 0 };
  const reshapes = ['wrap', 'unwrap', 'quote'];
  const reshaped = new Map(reshapes.map((kind) => [kind, 0]));
  fc.assert(
    fc.property(styledText, fc.array(plan, { minLength: 12, maxLength: 12 }), (text, plans) => {
      const document = openValid(text);
      fc.pre(document !== undefined);
      for (const one of plans) {
        const change = changeOf(document!, one);
        if (change === undefined) continue;
        const result = edit(document!, change);
        if (!result.ok) {
          if (!reshapes.includes(change.kind)) counts.refused += 1;
          if (!/[&*!?[]/.test(text) && !['move', ...reshapes].includes(change.kind))
            throw new Error(`Refused: ${result.reason} ${JSON.stringify(change)}`);
          continue;
        }
        counts.made += 1;
        if (reshapes.includes(change.kind)) reshaped.set(change.kind, reshaped.get(change.kind)! + 1);
        const after = applySplices(text, result.splices);
        const reopened = openValid(after);
        const context = `${JSON.stringify(change)}\n---\n${text}\n--->\n${after}`;
        if (reopened === undefined) throw new Error(`Not YAML: ${context}`);
        expect(modelOf(reopened), context).toEqual(applyToModel(modelOf(document!), change));
        expect(outsideIsKept(text, after, result), context).toBe(true);
        if (change.kind === 'wrap') {
          const back = edit(reopened, { kind: 'unwrap', path: change.path });
          expect(back.ok ? applySplices(after, back.splices) : back.reason, context).toBe(text);
        }
        const lone = after.replaceAll('\r\n', '');
        if (document!.eol === '\r\n' && !/[^\r]\n/.test(text)) expect(lone.includes('\n'), context).toBe(false);
        else if (!text.includes('\r')) expect(after.includes('\r'), context).toBe(false);
      }
    }),
    { numRuns: 1200 },
  );
  expect(counts.made).toBeGreaterThan(10_000);
  for (const [kind, made] of reshaped) expect(made, kind).toBeGreaterThan(100);
  expect(counts.refused).toBeLessThan(counts.made / 10);
});
