import { readFileSync } from 'node:fs';
import { toJsonSchema } from '@surety/core/schema';
import { expect, test } from 'vitest';

/** Every name that stands under `properties` anywhere in the schema, however deep. */
function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'properties'
      ? [...Object.keys(value as object), ...namesIn(Object.values(value as object))]
      : namesIn(value),
  );
}

const page = readFileSync(new URL('../docs/format.md', import.meta.url), 'utf8');

test('the page on the format has every key that a text may hold', () => {
  const told = new Set(
    [...page.matchAll(/^\| \[?`([^`]+)`/gm)].map(([, name]) => name?.slice(name.lastIndexOf('.') + 1)),
  );
  const keys = new Set(namesIn(toJsonSchema()));
  expect([...keys].filter((name) => !told.has(name))).toEqual([]);
  expect(keys.size).toBeGreaterThan(150);
});

test('what an element, an assumption and a doubt may say stands where an author looks for it', () => {
  const argument = page.slice(page.indexOf('\n## argument\n'), page.indexOf('\n## riskCases\n'));
  for (const key of ['supportedBy', 'inference', 'inference.elicited', 'challenges', 'answeredBy', 'holdsUntil.tasks'])
    expect(argument).toContain(`| \`${key}\` |`);
  expect(page).toContain('A map from ids to entries with the keys of [`argument`](#argument).');
});
