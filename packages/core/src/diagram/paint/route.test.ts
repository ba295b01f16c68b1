import { describe, expect, it } from 'vitest';
import { direction, lengthOf, nearestSpot, routeOf, shortened, spotAt } from './route.js';

const at = (x: number, y: number) => ({ x, y });
const bent = [at(0, 0), at(0, 30), at(40, 30)];

describe('routes', () => {
  it('have round corners, smaller where there is no room', () => {
    expect(routeOf(bent)).toBe('M0 0V23Q0 30 7 30H40');
    expect(routeOf([at(0, 0), at(0, 4), at(40, 4)])).toBe('M0 0V2Q0 4 2 4H40');
    expect(routeOf([at(0, 0), at(0, 0), at(9, 0)])).toBe('M0 0H9');
    expect(routeOf([at(0.04, 0), at(0, 9.96)])).toBe('M0 0V10');
    expect(routeOf([at(0, 0), at(3, 9)])).toBe('M0 0L3 9');
    expect(routeOf([at(1, 2)])).toBe('M1 2');
  });

  it('are cut at the end, past a corner if need be, and stay where there is nothing to cut', () => {
    expect(shortened(bent, 10)).toEqual([at(0, 0), at(0, 30), at(30, 30)]);
    expect(shortened(bent, 50)).toEqual([at(0, 0), at(0, 20)]);
    expect(shortened(bent, 99)).toEqual(bent);
  });

  it('have a length, a direction and spots', () => {
    expect(lengthOf(bent)).toBe(70);
    expect(direction(bent)).toEqual(at(1, 0));
    expect(direction([at(3, 3), at(3, 3)])).toEqual(at(0, 1));
    expect(spotAt(bent, 15)).toEqual({ ...at(0, 15), along: at(0, 1) });
    expect(spotAt(bent, 50)).toEqual({ ...at(20, 30), along: at(1, 0) });
    expect(spotAt(bent, 999)).toEqual({ ...at(40, 30), along: at(1, 0) });
    expect(spotAt(bent, -5)).toEqual({ ...at(0, 0), along: at(0, 1) });
    expect(nearestSpot(bent, at(3, 12))).toBe(12);
    expect(nearestSpot(bent, at(25, 99))).toBe(55);
  });
});
