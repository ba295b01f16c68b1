import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenPsaModel } from './model.js';
import { fixture, fixtures, readModel } from './read.testing.js';
import { writeOpenPsa } from './write-open-psa.js';

/** A model without its places, maps as sorted lists: what must be the same after it was written and read. */
function content(value: unknown): unknown {
  if (value instanceof Map)
    return [...value].map(([key, of]) => [key, content(of)]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  if (Array.isArray(value)) return value.map(content);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, of]) => (key === 'place' ? [] : [[key, content(of)] as const])),
  );
}

function stays(model: OpenPsaModel): void {
  const text = writeOpenPsa(model);
  const again = readModel(text);
  expect(content(again)).toEqual(content({ ...model, skipped: new Map() }));
  expect(writeOpenPsa(again)).toBe(text);
}

test.each(readdirSync(fixtures).filter((name) => name.endsWith('.xml')))('%s', (name) => {
  stays(readModel(fixture(name)));
});

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/);
const awkward = fc.constantFrom('a & b', '<x>', '"quoted" \'single\'', 'tab\tand\nline', 'ü𝛼', ']]>', ' x ');
const escapes = (text: string) => text.replace(/[&<>"\t\n]/g, (found) => `&#${found.charCodeAt(0)};`);

const number: fc.Arbitrary<string> = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((x) => `<float value="${x}"/>`),
  fc.integer({ min: -5, max: 5 }).map((x) => `<int value="${x}"/>`),
  fc.boolean().map((x) => `<bool value="${x}"/>`),
  fc.constantFrom('<pi/>', '<system-mission-time/>', '<parameter name="p1"/>'),
);

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const many = fc.array(inner, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const pair = fc.tuple(inner, inner).map((parts) => parts.join(''));
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      number,
      fc
        .tuple(fc.constantFrom('add', 'mul', 'sub', 'div', 'min', 'max', 'mean', 'and', 'or'), many)
        .map(([of, parts]) => `<${of}>${parts}</${of}>`),
      fc
        .tuple(fc.constantFrom('neg', 'exp', 'sqrt', 'not', 'floor', 'sin'), inner)
        .map(([of, part]) => `<${of}>${part}</${of}>`),
      fc
        .tuple(
          fc.constantFrom('pow', 'mod', 'lt', 'exponential', 'uniform-deviate', 'gamma-deviate', 'lognormal-deviate'),
          pair,
        )
        .map(([of, parts]) => `<${of}>${parts}</${of}>`),
      fc.tuple(inner, inner, inner).map((parts) => `<ite>${parts.join('')}</ite>`),
      fc.tuple(inner, inner, inner).map((parts) => `<lognormal-deviate>${parts.join('')}</lognormal-deviate>`),
      fc.tuple(inner, pair).map(([lower, bin]) => `<histogram>${lower}<bin>${bin}</bin></histogram>`),
      fc.tuple(pair, inner).map(([one, last]) => `<switch><case>${one}</case>${last}</switch>`),
    ),
  };
});

const { formula } = fc.letrec<{ formula: string }>((tie) => {
  const inner = tie('formula');
  const many = fc.array(inner, { minLength: 1, maxLength: 3 });
  const pair = fc.tuple(inner, inner).map((parts) => parts.join(''));
  return {
    formula: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom(
        '<event name="e1"/>',
        '<gate name="g1"/>',
        '<basic-event name="e2"/>',
        '<house-event name="h"/>',
        '<event name="x" type="gate"/>',
        '<constant value="true"/>',
      ),
      fc
        .tuple(fc.constantFrom('and', 'or', 'nand', 'nor', 'xor'), many)
        .map(([of, parts]) => `<${of}>${parts.join('')}</${of}>`),
      inner.map((part) => `<not>${part}</not>`),
      fc.tuple(fc.constantFrom('iff', 'imply'), pair).map(([of, parts]) => `<${of}>${parts}</${of}>`),
      many.map((parts) => `<atleast min="${parts.length - 1}">${parts.join('')}</atleast>`),
      many.map((parts) => `<cardinality min="0" max="${parts.length}">${parts.join('')}</cardinality>`),
    ),
  };
});

const about = fc
  .option(awkward, { nil: '' })
  .map((text) =>
    text === '' || text.trim() === ''
      ? ''
      : `<label>${escapes(text)}</label><attributes><attribute name="k" value="${escapes(text)}"/></attributes>`,
  );
const role = fc.constantFrom('', ' role="private"', ' role="public"');
const part: fc.Arbitrary<(name: string) => string> = fc.oneof(
  fc.tuple(role, about, formula).map(
    ([as, said, body]) =>
      (of: string) =>
        `<define-gate name="${of}"${as}>${said}${body}</define-gate>`,
  ),
  fc.tuple(role, about, fc.option(expression, { nil: '' })).map(
    // A constant outside of [0, 1] is refused where it stands.
    ([as, said, body]) =>
      (of: string) =>
        `<define-basic-event name="${of}"${as}>${said}${/^<(?:int|float)/.test(body) ? `<abs>${body}</abs>` : body}</define-basic-event>`,
  ),
  fc.tuple(role, about).map(
    ([as, said]) =>
      (of: string) =>
        `<define-house-event name="${of}"${as}>${said}<constant value="true"/></define-house-event>`,
  ),
  fc.tuple(role, about, expression).map(
    ([as, said, body]) =>
      (of: string) =>
        `<define-parameter name="${of}"${as} unit="hours">${said}${body}</define-parameter>`,
  ),
);
const group = expression.map(
  (body) => (of: string) =>
    `<define-CCF-group name="${of}" model="MGL"><members><basic-event name="${of}-m1"/><basic-event name="${of}-m2"/></members><distribution>${body}</distribution><factors><factor level="2">${body}</factor></factors></define-CCF-group>`,
);

test('what was read is written and read again as the same model: generated models', () => {
  const parts = fc.uniqueArray(
    fc.tuple(name, fc.oneof({ weight: 6, arbitrary: part }, { weight: 1, arbitrary: group })),
    {
      selector: ([of]) => of,
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(parts, role, about, (list, as, said) => {
      const made = list.map(([of, make]) => make(of));
      const third = Math.ceil(made.length / 3);
      const outside = list
        .slice(2 * third)
        .map(([of, make]) => make(of).replace(/ role="[a-z]*"/, ''))
        .filter((text) => !text.startsWith('<define-gate') && !text.startsWith('<define-CCF'));
      const text = `<opsa-mef name="m">${said}<define-fault-tree name="t">${said}${made.slice(0, third).join('')}<define-component name="c"${as}>${made.slice(third, 2 * third).join('')}</define-component></define-fault-tree><model-data>${outside.join('')}</model-data></opsa-mef>`;
      stays(readModel(text));
    }),
    { numRuns: 300 },
  );
});
