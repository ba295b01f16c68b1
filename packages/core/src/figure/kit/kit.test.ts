import { describe, expect, it } from 'vitest';
import { linearAxis, logAxis, paintFigure, plotArea, wrappedText } from './index.js';

describe('linearAxis', () => {
  it('ticks at round steps and places values between its ends', () => {
    const axis = linearAxis('capability', 0, 10, 5);
    expect(axis.ticks.map(({ label }) => label)).toEqual(['0', '2', '4', '6', '8', '10']);
    expect([axis.at(5), axis.at(-3), axis.at(99)]).toEqual([0.5, 0, 1]);
    expect(axis.valueAt(0.25)).toBe(2.5);
  });

  it('has no tick outside of its ends where these are not round', () => {
    expect(linearAxis('x', 0.3, 9.7, 4).ticks.map(({ label }) => label)).toEqual(['5']);
    expect(linearAxis('x', -0.2, 0.2, 4).ticks.map(({ label }) => label)).toEqual(['-0.2', '-0.1', '0', '0.1', '0.2']);
  });
});

describe('logAxis', () => {
  it('ticks at powers of ten, and puts zero at its low end', () => {
    const axis = logAxis('doubt', 1e-4, 1);
    expect(axis.ticks.map(({ label }) => label)).toEqual(['1e-4', '0.001', '0.01', '0.1', '1']);
    expect(axis.at(0)).toBe(0);
    expect(axis.at(1e-2)).toBeCloseTo(0.5, 12);
    expect(axis.valueAt(0.25)).toBeCloseTo(1e-3, 12);
  });
});

describe('paintFigure', () => {
  const area = plotArea(linearAxis('x', 0, 1), logAxis('y', 1e-3, 1), { x: 0, y: 10, width: 400, height: 300 });

  it('escapes every text, names the picture and says what it shows', () => {
    const svg = paintFigure(
      {
        title: 'A < B',
        description: 'It "falls".',
        width: 400.2,
        height: 300,
        shapes: [
          ...area.axes,
          {
            kind: 'line',
            points: [area.place(0, 1), area.place(1, 1e-3)],
            stroke: 'control',
            dashed: true,
            arrow: true,
          },
          { kind: 'group', label: 'a & b', shapes: [{ kind: 'text', text: '<script>', x: 1, y: 2, halo: true }] },
        ],
      },
      { font: 'none' },
    );
    expect(svg).toContain('<title id="f-title">A &lt; B</title>');
    expect(svg).toContain('viewBox="0 0 401 300"');
    expect(svg).toContain('aria-label="a &amp; b"');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
    expect(svg).toMatch(/class="f-none s-control dashed"/);
  });

  it('places the ends of the axes in the corners of the plot', () => {
    const { left, top, width, height } = area;
    expect(area.place(0, 1e-3)).toEqual({ x: left, y: top + height });
    expect(area.place(1, 1)).toEqual({ x: left + width, y: top });
  });
});

describe('outlines', () => {
  it('are as wide as a line says, and those of a box as wide as all', () => {
    const svg = paintFigure(
      {
        title: 'T',
        description: 'D',
        width: 100,
        height: 100,
        shapes: [
          { kind: 'box', x: 1, y: 2, width: 50, height: 10, stroke: 'ink' },
          {
            kind: 'line',
            points: [
              { x: 0, y: 0 },
              { x: 9, y: 9 },
            ],
            stroke: 'ink',
            width: 2.5,
          },
        ],
      },
      { font: 'none' },
    );
    expect(svg).toContain('<rect x="1" y="2" width="50" height="10" class="f-none s-ink"/>');
    expect(svg).toContain('class="f-none s-ink" stroke-width="2.5"/>');
    // A rule of the style would win over the attribute.
    expect(svg).toContain(':not([stroke-width]){stroke-width:1.25}');
  });
});

describe('wrappedText', () => {
  it('breaks into lines and cuts what is left over', () => {
    const { shapes, height } = wrappedText(
      { text: 'one two three four five six seven', x: 5, y: 20, small: true },
      60,
      2,
    );
    expect(shapes).toHaveLength(2);
    expect(height).toBe(32);
    expect(shapes.at(-1)).toMatchObject({ y: 36, text: expect.stringMatching(/…$/) });
  });
});
