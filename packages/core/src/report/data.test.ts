import { describe, expect, it } from 'vitest';
import { reportData } from './data.js';
import { everyMeasure, everySection, inputFor, notQuantified } from './report.testing.js';

describe('the report as data', () => {
  const data = reportData(inputFor(everySection, everyMeasure));

  it('says of each outcome what the first screen says', () => {
    expect(data.outcomes.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['leak', 'not supported'],
      ['loss', 'not supported'],
      ['harm', 'not supported'],
    ]);
    expect(data.outcomes[1]).toMatchObject({
      number: 1,
      threshold: 0.01,
      says: expect.stringContaining('The case puts no bound on the chance in the window'),
      hingesOn: ['“Backups are tried” 100\u00a0% of the risk'],
    });
  });

  it('lists every kind of open point, with those that were found', () => {
    const found = Object.fromEntries(data.openPoints.map(({ kind, items }) => [kind, items]));
    expect(found['Undeveloped claims']).toEqual(['Sn9']);
    expect(found['Steps that nobody assessed']).toEqual(['G5', 'G9']);
    expect(found['Accepted challenges']).toEqual([]);
    expect(found['Required sign-offs that are of an earlier content']).toEqual(['author']);
    expect(found['Claims past the limit up to which they hold']).toEqual(['Sn2']);
  });

  it('has the dates on which something ends, earliest first', () => {
    expect(data.conditions.flatMap((one) => ('date' in one ? [[one.date, one.kind]] : []))).toEqual([
      ['2026-12-01', 'window begins'],
      ['2027-01-31', 'evidence expires'],
      ['2027-02-28', 'window ends'],
      ['2027-03-01', 'waiver ends'],
    ]);
  });

  it('is plain JSON, and claims no number where there is none', () => {
    const plain = reportData(inputFor(notQuantified));
    expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
    expect(plain.outcomes[0]).not.toHaveProperty('number');
    expect(plain.overall.headline).toBe('No number, so no verdict');
  });
});
