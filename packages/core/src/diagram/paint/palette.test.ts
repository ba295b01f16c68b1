import { describe, expect, it } from 'vitest';
import { type Palette, themes } from './palette.js';
import { categoryNames } from './words.js';

type Colour = readonly [number, number, number];

/** Red, green and blue as amounts of light (sRGB, IEC 61966-2-1). */
function light(hex: string): Colour {
  const part = (at: number): number => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** The contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = light(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/**
 * Complete loss of one kind of cone, for amounts of light: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes (2009), "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 1291-1298, severity 1.0.
 */
const visions: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* under D65. */
function lab([r, g, b]: Colour): Colour {
  const f = (share: number): number => (share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function seen(hex: string, vision: string): Colour {
  const colour = light(hex);
  const [r, g, b] = visions[vision]!.map((row) => row.reduce((sum, share, at) => sum + share * colour[at]!, 0));
  return lab([r!, g!, b!].map((share) => Math.min(1, Math.max(0, share))) as unknown as Colour);
}

/** The distance of two colours to an eye; 2.3 is just noticed (CIE 1976). */
function distance(a: string, b: string, vision: string): number {
  const [one, other] = [seen(a, vision), seen(b, vision)];
  return Math.hypot(...one.map((part, at) => part - other[at]!));
}

describe.each(Object.entries(themes))('the %s theme', (_, palette: Palette) => {
  const grounds = [
    palette.page,
    palette.surface,
    palette.quiet,
    palette.dialectic,
    ...categoryNames.map((name) => palette.categories[name].ground),
  ];

  it('has text on each ground with a contrast of 4.5 at least', () => {
    const tones = [palette.good, palette.bad, palette.open, palette.plain];
    for (const ground of grounds) {
      for (const text of [palette.ink, palette.soft, ...tones])
        expect({ text, ground, ratio: contrast(text, ground) }).toMatchObject({
          ratio: expect.toSatisfy((ratio: number) => ratio >= 4.5),
        });
    }
    const tags = [
      [palette.good, palette.goodGround],
      [palette.bad, palette.badGround],
      [palette.open, palette.openGround],
      [palette.plain, palette.plainGround],
    ];
    for (const [text, ground] of tags) expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(4.5);
    for (const name of categoryNames) {
      const { band, letter } = palette.categories[name];
      expect(contrast(band, letter)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has faint text and all lines and signs with a contrast of 3 at least', () => {
    expect(contrast(palette.pale, palette.page)).toBeGreaterThanOrEqual(3);
    for (const ground of grounds) expect(contrast(palette.line, ground)).toBeGreaterThanOrEqual(3);
    for (const badge of [palette.good, palette.bad, palette.accent, palette.open])
      expect(contrast(badge, palette.page)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.pale, palette.page)).toBeLessThan(contrast(palette.soft, palette.page));
  });

  it.each(Object.keys(visions))('has bands of categories that an eye with %s vision tells apart', (vision) => {
    for (const [at, one] of categoryNames.entries()) {
      for (const other of categoryNames.slice(at + 1)) {
        const far = distance(palette.categories[one].band, palette.categories[other].band, vision);
        expect({ one, other, far }).toMatchObject({ far: expect.toSatisfy((ratio: number) => ratio >= 25) });
      }
    }
  });
});

describe('the measures of this test', () => {
  it('agree with known values', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    // L*a*b* of sRGB red.
    const [l, a, b] = lab(light('#ff0000'));
    expect([l, a, b].map(Math.round)).toEqual([53, 80, 67]);
    for (const rows of Object.values(visions))
      for (const row of rows) expect(row[0] + row[1] + row[2]).toBeCloseTo(1, 5);
    expect(distance('#ff0000', '#008000', 'deuteranopia')).toBeLessThan(distance('#ff0000', '#008000', 'usual') / 2);
  });
});
