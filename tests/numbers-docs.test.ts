import { readFileSync } from 'node:fs';
import { parse } from '@surety/core/language';
import { builtInQuantities, checkQuantities } from '@surety/core/quantities';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../docs/numbers.md', import.meta.url), 'utf8');
const quantities = /```yaml\n(quantities:[^`]*)```/.exec(page)?.[1] ?? '';

function found(text: string): readonly string[] {
  const { case: of, diagnostics } = parse([
    { path: 'case.yaml', text: `surety: 1\ncase: { id: a, title: A }\n${text}` },
  ]);
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return checkQuantities(of).map(({ message }) => message);
}

test('the quantities that the page on numbers shows fit by their units', () => {
  expect(quantities).toContain('probability given success');
  expect(found(quantities)).toEqual([]);
  expect(found(quantities.replace('p_through * p_unseen', 'p_unseen'))).toHaveLength(1);
});

test('the page names every quantity that is there by itself', () => {
  for (const { name } of builtInQuantities) expect(page).toContain(`\`${name}\``);
});
