import { describe, expect, it } from 'vitest';
import { isAssessor, isAuthor, samePerson } from './independence.js';

describe('one person', () => {
  it.each([
    ['Anna Holm', ' ANNA   holm '],
    ['Anna Holm', 'Anna\u00a0Holm'],
    ['Anna Holm', 'AnnaHolm'],
    ['Anna Holm', 'Anna\u200b Ho\u00adlm\ufeff'],
    ['Anna Holm', '\u202eAnna Holm\u202c'],
    ['Anna Holm', 'Ａｎｎａ Holm'],
    ['Ren\u00e9', 'Rene\u0301'],
    ['Wei\u00df', 'WEISS'],
    ['Anna Holm', 'Anna Holm <anna@example.org>'],
    ['anna@Example.org', 'Anna Holm <Anna@example.org>'],
    ['A. Holm <anna@example.org>', 'Anna Holm <anna@example.org>'],
  ])('is %j and %j', (a, b) => {
    expect(samePerson(a, b)).toBe(true);
    expect(samePerson(b, a)).toBe(true);
  });

  it.each([
    ['Anna Holm', 'Anne Holm'],
    ['Anna Holm', 'Anna'],
    ['Rene', 'Ren\u00e9'],
    ['Anna Holm <anna@example.org>', 'Ben Holm <ben@example.org>'],
    ['Anna <>', 'Ben <>'],
  ])('is not %j and %j', (a, b) => {
    expect(samePerson(a, b)).toBe(false);
    expect(samePerson(b, a)).toBe(false);
  });
});

describe('a role', () => {
  it('of an assessor or an author is told by the word, however it is joined to others', () => {
    for (const role of [
      'assessor',
      'Independent ASSESSOR',
      'independent_assessor',
      'lead-assessors',
      'as\u00adsessor2',
    ])
      expect(isAssessor(role), role).toBe(true);
    for (const role of ['Author', 'co-author', 'case_author', 'authors']) expect(isAuthor(role), role).toBe(true);
    for (const role of ['decision maker', 'authority', 'assessment lead', 'coauthored'])
      expect([isAssessor(role), isAuthor(role)], role).toEqual([false, false]);
  });
});
