import { describe, expect, it } from 'vitest';
import { assignLanes, type Net } from './lanes.js';

const net = (from: number, to: number, above: number[] = [], below: number[] = []): Net => ({
  channel: 0,
  from,
  to,
  above,
  below,
  lane: -1,
});

describe('assignLanes', () => {
  it('shares lanes between nets that do not touch', () => {
    const nets = [net(0, 10), net(30, 40), net(5, 35)];
    expect([...assignLanes(nets, 2)]).toEqual([2, 0]);
    expect(nets[0]!.lane).toBe(nets[1]!.lane);
    expect(nets[2]!.lane).not.toBe(nets[0]!.lane);
  });

  it('orders nets so that their ends do not cross', () => {
    const left = net(0, 100, [0], [100]);
    const right = net(50, 150, [50], [150]);
    assignLanes([left, right], 1);
    // The left one goes down at 100, inside the right one: it must lie below it.
    expect(left.lane).toBeLessThan(right.lane);
    const mirrored = [net(0, 100, [100], [0]), net(50, 150, [150], [50])] as const;
    assignLanes(mirrored, 1);
    expect(mirrored[0].lane).toBeGreaterThan(mirrored[1].lane);
  });

  it('fills a crowded channel with as few lanes as there can be', () => {
    const nets = Array.from({ length: 200 }, (_, at) => net(10 * at, 10 * at + 100));
    const [lanes] = assignLanes(nets, 1);
    expect(lanes).toBe(11);
    for (const [a, one] of nets.entries()) {
      for (const other of nets.slice(a + 1)) {
        if (one.lane === other.lane) expect(other.from - one.to).toBeGreaterThanOrEqual(10);
      }
    }
  });
});
