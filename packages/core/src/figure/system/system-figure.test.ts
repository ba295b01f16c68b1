import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareCase, bareElement } from '../../case/bare.testing.js';
import type { Subsystem } from '../../case/index.js';
import { textWidth } from '../../diagram/index.js';
import type { OutcomeMacrosystem } from '../../macrosystem/index.js';
import { type Figure, type Point, paintFigure, type Shape } from '../kit/index.js';
import { systemFigure, systemPicture } from './index.js';

const origin = { file: 'case.yaml', path: [] };
const kinds = ['model', 'tool', 'monitor', 'humans', 'users', 'infrastructure'] as const;

function subsystem(id: string, more: Partial<Subsystem> = {}): Subsystem {
  return { id, kind: 'model', access: { read: [], write: [] }, watches: [], origin, ...more };
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of a figure with the texts in them, and the lines between them. */
function partsOf({ shapes }: Figure) {
  const groups = shapes.filter((shape) => shape.kind === 'group');
  const boxes = groups.map(({ shapes: inner }) => ({
    box: inner.find((shape) => shape.kind === 'box') as Shape & Rectangle,
    texts: inner.filter((shape) => shape.kind === 'text'),
  }));
  const lines = shapes.flatMap((shape) => (shape.kind === 'line' && shape.arrow === true ? [shape.points] : []));
  return { boxes, lines };
}

function textBox(text: Extract<Shape, { kind: 'text' }>): Rectangle {
  const size = text.small === true ? 12 : 14;
  const width = textWidth(text.text, text.weight ?? 'regular', size);
  const x = text.anchor === 'middle' ? text.x - width / 2 : text.x;
  return { x, y: text.y - size, width, height: size + 4 };
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function within(a: Rectangle, b: Rectangle): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}

function segmentsOf(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((to, at) => [points[at] as Point, to]);
}

function asRectangle([a, b]: readonly [Point, Point]): Rectangle {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

/** Two stretches that run along each other. */
function together(one: readonly [Point, Point], other: readonly [Point, Point]): boolean {
  const [a, b] = [asRectangle(one), asRectangle(other)];
  const upright = a.width === 0 && b.width === 0 && a.x === b.x && a.y < b.y + b.height && b.y < a.y + a.height;
  const level = a.height === 0 && b.height === 0 && a.y === b.y && a.x < b.x + b.width && b.x < a.x + a.width;
  return upright || level;
}

const word = fc.string({ minLength: 1, maxLength: 60 });
const randomSystem = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      name: word,
      copies: fc.option(fc.integer({ min: 1, max: 1e6 })),
      network: fc.option(word),
      watches: fc.array(fc.nat(40), { maxLength: 4 }),
      write: fc.array(fc.nat(40), { maxLength: 5 }),
      read: fc.array(fc.nat(40), { maxLength: 5 }),
      long: fc.boolean(),
    }),
    { maxLength: 30, size: 'max' },
  )
  .map((plan) => {
    const ids = plan.map(({ long }, at) => (long ? `a-subsystem-with-quite-a-long-name-in-one-word-${at}` : `s${at}`));
    const some = (picks: readonly number[]) => picks.flatMap((n) => ids[n] ?? []);
    return plan.map(({ kind, name, copies, network, watches, write, read }, at) =>
      subsystem(ids[at] as string, {
        kind,
        model: { name },
        ...(copies === null ? {} : { copies }),
        access: { read: some(read), write: some(write), ...(network === null ? {} : { network }) },
        watches: some(watches),
      }),
    );
  });

describe('systemFigure', () => {
  it('covers nothing on random systems: boxes, texts and lines keep apart', () => {
    let lineCount = 0;
    fc.assert(
      fc.property(randomSystem, (system) => {
        const elements = system.slice(0, 8).map(({ id }, at) =>
          bareElement(`G-${at}`, 'goal', {
            assumes: [{ subsystem: id, trust: at % 2 === 0 ? 'trusted' : 'untrustworthy' }],
          }),
        );
        const figure = systemFigure(systemPicture(bareCase({ system, elements })));
        const page = { x: 0, y: 0, width: figure.width, height: figure.height };
        const { boxes, lines } = partsOf(figure);
        expect(boxes).toHaveLength(system.length);
        boxes.forEach(({ box, texts }, at) => {
          if (!within(box, page)) throw new Error('a box leaves the page');
          for (const text of texts)
            if (!within(textBox(text), box)) throw new Error(`text leaves its box: ${text.text}`);
          for (const other of boxes.slice(at + 1)) if (overlap(box, other.box)) throw new Error('boxes overlap');
        });
        const stretches = lines.map(segmentsOf);
        stretches.forEach((line, at) => {
          for (const stretch of line) {
            if (!within(asRectangle(stretch), page)) throw new Error('a line leaves the page');
            if (boxes.some(({ box }) => overlap(asRectangle(stretch), box))) throw new Error('a line crosses a box');
            for (const other of stretches.slice(at + 1)) {
              if (other.some((one) => together(stretch, one))) throw new Error('lines run along each other');
            }
          }
        });
        for (const shape of figure.shapes) {
          if (shape.kind === 'text' && !within(textBox(shape), page)) throw new Error('text leaves the page');
        }
        lineCount += lines.length;
      }),
      { numRuns: 100, seed: 8 },
    );
    expect(lineCount).toBeGreaterThan(2000);
  });

  const system = [
    subsystem('agent', { copies: 5, access: { read: [], write: ['repo'], network: 'none' } }),
    subsystem('watchdog', { kind: 'monitor', watches: ['agent'] }),
    subsystem('users', { kind: 'users', count: 40 }),
    subsystem('repo', { kind: 'infrastructure' }),
  ];
  const elements = [
    bareElement('G1', 'goal', {
      assumes: [
        { subsystem: 'agent', trust: 'untrustworthy' },
        { subsystem: 'users', trust: 'untrustworthy' },
        { subsystem: 'watchdog', trust: 'trusted' },
      ],
    }),
  ];
  const outcome: OutcomeMacrosystem = {
    outcome: 'escape',
    text: 'The agent escapes',
    claim: 'G1',
    parts: [],
    sets: [
      {
        parts: [{ kind: 'subsystem', subsystem: 'watchdog' }],
        given: ['agent', 'users'],
        leaves: [],
        doubt: { declared: { mean: 0.01 }, independent: { mean: 0.01 }, bound: { mean: 0.01 } },
      },
      { parts: [{ kind: 'control', subsystem: 'agent' }, { kind: 'argument' }], given: [], leaves: [] },
    ],
    larger: [],
    complete: true,
    largerComplete: true,
  };

  it('says everything in words too: access, watchers, trust, and what is in which set', () => {
    const labels = systemFigure(systemPicture(bareCase({ system, elements }), outcome)).shapes.flatMap((shape) =>
      shape.kind === 'group' ? [shape.label] : [],
    );
    expect(labels).toEqual([
      'watchdog: monitor; watches agent; trusted in G1; in set 1',
      'agent: model; 5 copies; network: none; writes repo; watched by watchdog; untrustworthy in G1; its control in set 2; given in set 1',
      'users: users; 40 people; untrustworthy in G1; given in set 1',
      'repo: infrastructure',
    ]);
  });

  it('points out the sets of an outcome, and leaves them out unless asked', () => {
    const plain = systemPicture(bareCase({ system, elements }));
    expect([plain.notes, plain.boxes.filter(({ mark }) => mark !== undefined)]).toEqual([[], []]);
    const { notes } = systemPicture(bareCase({ system, elements }), outcome);
    expect(notes).toEqual([
      'Set 1: watchdog: 0.01 declared, 0.01 if independent, at most 0.01 (given: agent, users untrustworthy)',
      'Set 2: control of agent and the argument itself',
    ]);
  });

  it('puts watchers above what they watch, also where they watch each other', () => {
    const circle = [
      subsystem('a', { watches: ['b'] }),
      subsystem('b', { watches: ['a', 'c'] }),
      subsystem('c'),
      subsystem('d', { watches: ['d'] }),
    ];
    const picture = systemPicture(bareCase({ system: circle }));
    expect(picture.boxes[3]?.facts).toEqual(['watches itself']);
    const { boxes, lines } = partsOf(systemFigure(picture));
    expect([boxes.length, lines.length]).toEqual([4, 3 + 1]);
    const plain = partsOf(systemFigure(systemPicture(bareCase({ system })))).boxes;
    expect(plain.map(({ texts }) => texts[1]?.text)).toEqual(['watchdog', 'agent', 'users', 'repo']);
  });

  it('leaves out, and says so, what nobody could read', () => {
    const ids = Array.from({ length: 250 }, (_, at) => `s${at}`);
    const crowd = ids.map((id, at) =>
      subsystem(id, { access: { read: ids.slice(0, 20), write: [ids[at ^ 1] ?? id] } }),
    );
    const picture = systemPicture(bareCase({ system: crowd }));
    expect([picture.boxes.length, picture.lines.length]).toEqual([200, 2000]);
    expect(picture.notes).toEqual([
      'Drawn are the first 200 of 250 subsystems.',
      'Drawn are the first 2000 of 4180 lines between them.',
    ]);
    // Two more are samples in the legend.
    expect(partsOf(systemFigure(picture)).lines).toHaveLength(2000 + 2);
  });

  it('draws an empty system, escapes what it writes, and gives the same bytes', () => {
    expect(paintFigure(systemFigure(systemPicture(bareCase())))).toContain('0 subsystems.');
    const hostile = bareCase({ system: [subsystem('<b>&', { model: { name: '"><script>' } })] });
    const svg = paintFigure(systemFigure(systemPicture(hostile)));
    expect(svg).not.toContain('<script');
    expect(svg).toBe(paintFigure(systemFigure(systemPicture(hostile))));
  });
});
