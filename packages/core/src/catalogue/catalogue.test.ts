import { describe, expect, test } from 'vitest';
import { blockOf, builtInCatalogue, type Fact, ranked } from './index.js';

const { blocks, categories } = builtInCatalogue;

/** Every fact of the catalogue, with where it stands. */
function facts(value: unknown, path: string): readonly (readonly [string, Fact<unknown>])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('provenance' in value && 'value' in value) return [[path, value as Fact<unknown>]];
  return Object.entries(value).flatMap(([key, inner]) => facts(inner, `${path}.${key}`));
}

describe('the catalogue', () => {
  test('monitoring, externalized reasoning and testbeds rank highest', () => {
    const top = ranked(blocks).slice(0, 3);
    expect(top.map(({ block }) => block.id).sort()).toEqual(['externalized-reasoning', 'monitoring', 'testbeds']);
    expect(top.every(({ block }) => block.ranksHighest?.provenance === 'from the paper')).toBe(true);
    expect(ranked(blocks)[3]!.weakest).toBeLessThan(top[2]!.weakest);
  });

  test('says of every fact where it comes from, and only what is known of the paper is ascribed to it', () => {
    const all = facts(builtInCatalogue, 'catalogue');
    expect(all.length).toBeGreaterThan(90);
    for (const [path, { provenance, source }] of all)
      expect(source.length, `${path} (${provenance})`).toBeGreaterThan(5);
    const ofPaper = all.filter(([, { provenance }]) => provenance === 'from the paper').map(([path]) => path);
    // That three rank highest, one claim, two assumptions, an outcome, two kinds of interaction.
    expect(ofPaper).toHaveLength(3 + 1 + 2 + 1 + 2);
  });

  test('holds the twelve blocks of the paper and the two supporting ones, each whole', () => {
    expect(blocks.filter(({ role }) => role.value === 'primary')).toHaveLength(12);
    expect(blocks.filter(({ role }) => role.value === 'supporting').map(({ id }) => id)).toEqual([
      'honeypots',
      'alignment-via-training',
    ]);
    for (const block of blocks) {
      const { id, subclaims, parameters, claim, defeaters } = block;
      expect(new Set(subclaims.map(({ key }) => key)).size, id).toBe(subclaims.length);
      expect(subclaims.length, id).toBeGreaterThan(1);
      expect(block.evidence.length * block.literature.length, id).toBeGreaterThan(0);
      const keys = subclaims.map(({ key }) => key);
      for (const { against } of defeaters) if (against !== undefined) expect(keys, id).toContain(against);
      const names = ['system', 'outcome', ...parameters.map(({ name }) => name)];
      const texts = [claim, block.strategy, ...subclaims.map(({ text }) => text), ...defeaters.map(({ text }) => text)];
      for (const text of texts)
        for (const [, name] of text.matchAll(/\{(\w+)\}/g)) expect(names, `${id}: ${text}`).toContain(name);
      const used = texts.join(' ');
      for (const name of names.slice(2)) expect(used, `${id} uses ${name}`).toContain(`{${name}}`);
    }
  });

  test('orders the categories by what they carry', () => {
    const from = categories.map(({ carries }) => carries.value.from);
    const to = categories.map(({ carries }) => carries.value.to);
    expect([...from].sort((a, b) => a - b)).toEqual(from);
    expect([...to].sort((a, b) => a - b)).toEqual(to);
    // Wherever one gives way, another has begun.
    for (const [i, start] of from.slice(1).entries()) expect(start).toBeLessThanOrEqual(to[i]!);
  });

  test('finds a block by an alias', () => {
    expect(blockOf(builtInCatalogue, 'honeypot-evaluation')?.id).toBe('honeypots');
    expect(blockOf(builtInCatalogue, 'prayer')).toBeUndefined();
  });
});
