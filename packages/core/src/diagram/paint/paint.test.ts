import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../text/measure.js';
import { randomNode } from '../text/random-node.testing.js';
import type { SceneEdge } from '../types.js';
import { edgeOf, grid, nodeOf, sceneOf, shapeScenes } from './gallery.testing.js';
import { type PaintOptions, paint } from './paint.js';
import { faultsOf, wordsOf } from './svg.testing.js';

function painted(scene: Parameters<typeof measure>[0], options: PaintOptions = {}): string {
  const measured = measure(scene);
  return paint(measured, grid(measured, 4), options);
}

const kinds: readonly SceneEdge['kind'][] = [
  'supportedBy',
  'inContextOf',
  'challenges',
  'answeredBy',
  'confidence',
  'uses',
];

describe('painting', () => {
  it('makes a well-formed document without scripts, of any texts (300 random scenes)', () => {
    const scene = fc.tuple(
      fc.string({ unit: 'binary' }),
      fc.uniqueArray(randomNode, { maxLength: 6, selector: ({ id }) => id }),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat(),
          fc.constantFrom(...kinds),
          fc.boolean(),
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
        ),
        { maxLength: 8 },
      ),
    );
    fc.assert(
      fc.property(scene, ([title, nodes, links]) => {
        const edges =
          nodes.length < 2
            ? []
            : links.map(([from, to, kind, optional, words]) =>
                edgeOf(from % nodes.length, to % nodes.length, kind, {
                  optional,
                  multiplicity: words,
                  claimPoints: optional ? [words] : [],
                }),
              );
        const linked = nodes.map((node, at) => ({ ...node, link: links[at]?.[4] || links[at]?.[5] }));
        const svg = painted(
          { ...sceneOf(title, linked, edges), legend: [{ sign: { kind: 'doubt' }, text: title }] },
          { idPrefix: title },
        );
        expect(faultsOf(svg)).toEqual([]);
        expect(
          painted(
            { ...sceneOf(title, linked, edges), legend: [{ sign: { kind: 'doubt' }, text: title }] },
            { idPrefix: title },
          ),
        ).toBe(svg);
      }),
      { numRuns: 300 },
    );
  });

  it.each(shapeScenes)('has no fault in the scene $name', ({ scene }) => {
    expect(faultsOf(painted(scene))).toEqual([]);
  });

  it('escapes what would be markup, in every place', () => {
    const evil = `</style><script>alert(1)</script>"'&]]>-->`;
    const node = nodeOf('goal', evil, evil, {
      away: evil,
      tags: [{ text: evil, tone: 'bad' }],
      claimPoints: [evil],
      link: `#${evil.replaceAll(' ', '')}`,
      id: evil,
    });
    const scene = {
      ...sceneOf(evil, [node, { ...node, id: 'other' }], [edgeOf(0, 1, 'supportedBy', { multiplicity: evil })]),
      description: evil,
    };
    const svg = painted({ ...scene, legend: [{ sign: { kind: 'collapsed' }, text: evil }] }, { idPrefix: evil });
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).not.toContain('<script');
    expect(svg.split('<style>')).toHaveLength(2);
  });

  it('reads without its tags as the argument does', () => {
    const nodes = [
      nodeOf('goal', 'G1', 'The agent does not exfiltrate weights in the deployment window', {
        doubt: { text: '2e-3', level: 0.5, tone: 'bad' },
      }),
      nodeOf('assumption', 'A1', 'The vault withstands attackers', { away: 'security' }),
      nodeOf('strategy', 'S1', 'By two legs', {
        tags: [{ text: 'any one is enough', tone: 'plain' }],
        category: 'control',
      }),
      nodeOf('solution', 'Sn1', 'Cyber-range evaluation'),
    ];
    const edges = [
      edgeOf(0, 1, 'inContextOf'),
      edgeOf(0, 2, 'supportedBy'),
      edgeOf(2, 3, 'supportedBy', { multiplicity: '1..n' }),
    ];
    const scene = {
      ...sceneOf('Weights', nodes, edges),
      legend: [{ sign: { kind: 'category' as const, category: 'control' as const }, text: 'control' }],
    };
    expect(wordsOf(painted(scene))).toBe(
      'Weights A gallery: Weights. G1 The agent does not exfiltrate weights in the deployment window doubt 2e-3 ' +
        'A1 The vault withstands attackers security A S1 By two legs any one is enough Sn1 Cyber-range evaluation 1..n control',
    );
  });

  it('says each node once to someone who hears it, and leads where it links', () => {
    const svg = painted(
      sceneOf('Links', [
        nodeOf('goal', 'G1', 'Stays'),
        nodeOf('goal', 'G2', 'Leads', { link: 'https://example.org/?a&b' }),
        nodeOf('goal', 'G3', 'Jumps', { link: '#element-G3' }),
        nodeOf('goal', 'G4', 'Harms', { link: 'javascript:alert(1)' }),
      ]),
    );
    expect(
      [...svg.matchAll(/<(g role="graphics-symbol img"|a href="[^"]*"(?: rel="noopener")?) id="([^"]*)"/g)].map(
        ([, start, id]) => `${id}: ${start}`,
      ),
    ).toEqual([
      'd-n-G1: g role="graphics-symbol img"',
      'd-n-G2: a href="https://example.org/?a&amp;b" rel="noopener"',
      'd-n-G3: a href="#element-G3"',
      'd-n-G4: g role="graphics-symbol img"',
    ]);
    expect(svg).not.toContain('javascript');
  });

  it('gives the whole text in a title where the shape shows a part', () => {
    const text = 'The agent does not exfiltrate weights. '.repeat(30).trim();
    expect(painted(sceneOf('Long', [nodeOf('goal', 'G1', text)]))).toContain(`<title>${text}</title>`);
    expect(painted(sceneOf('Short', [nodeOf('goal', 'G1', 'Waits…')])).match(/<title/g)).toHaveLength(1);
  });

  it('keeps ids apart, those of nodes and those of diagrams', () => {
    const svg = painted(
      sceneOf('Ids', [nodeOf('goal', 'a', '', { id: 'x y' }), nodeOf('goal', 'b', '', { id: 'x%20y' })]),
      { idPrefix: 'two-' },
    );
    expect([...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'two-title',
      'two-desc',
      'two-n-x%20y',
      'two-n-x%2520y',
    ]);
  });

  it.each([
    ['auto', /color-scheme:light dark;.*@media \(prefers-color-scheme:dark\).*@media print/],
    ['light', /color-scheme:light;/],
    ['dark', /color-scheme:dark;.*@media print/],
  ] as const)('has the theme %s', (theme, style) => {
    const svg = painted(sceneOf('Theme', [nodeOf('goal', 'G1', 'a')]), { theme });
    expect(svg).toContain(`class="surety ${theme}"`);
    expect(/<style>([^<]*)<\/style>/.exec(svg)?.[1]).toMatch(style);
  });

  it('brings the font along, or not, and the style, or not', () => {
    const scene = sceneOf('Font', [nodeOf('goal', 'G1', 'a')]);
    expect(painted(scene)).toMatch(/font\/woff2;base64,[\w+/=]{9999}/);
    expect(painted(scene).length).toBeLessThan(48_000);
    expect(painted(scene, { font: 'none' })).not.toContain('woff2');
    expect(painted(scene, { style: 'none' })).not.toContain('<style');
    expect(painted(scene, { style: 'none' }).length).toBeLessThan(1000);
  });

  it('draws a stretch that links of one element share once, and what stands out above the rest', () => {
    const nodes = ['G1', 'G2', 'G3'].map((name) => nodeOf('goal', name, ''));
    const svg = painted(sceneOf('Shared', nodes, [edgeOf(0, 1, 'supportedBy'), edgeOf(0, 2, 'supportedBy')]));
    expect(svg.match(/class="link"/g)).toHaveLength(1);
    const looks = [
      edgeOf(0, 1, 'supportedBy', { pointedOut: true }),
      edgeOf(0, 2, 'supportedBy'),
      edgeOf(0, 1, 'supportedBy', { faint: true }),
    ];
    const order = [
      ...painted(sceneOf('Layers', nodes, looks)).matchAll(/(?:<g class="(\w+)">)?<path class="link"/g),
    ].map(([, name]) => name ?? 'plain');
    expect(order).toEqual(['faint', 'plain', 'point']);
  });

  it('leads a line through the diamond of a choice to its alternatives: no head at the diamond', () => {
    const nodes = [nodeOf('goal', 'G1', 'a'), nodeOf('choice', 'c', '1 of 2'), nodeOf('goal', 'G2', 'b')];
    const svg = painted(sceneOf('Choice', nodes, [edgeOf(0, 1, 'supportedBy'), edgeOf(1, 2, 'supportedBy')]));
    expect(svg.match(/<path class="link"/g)).toHaveLength(2);
    expect(svg.match(/<path class="head"/g)).toHaveLength(1);
  });

  it('draws the cross of a defeated element under its text, which stands out from it', () => {
    const svg = painted(sceneOf('Defeated', [nodeOf('goal', 'G1', 'wrong', { marks: ['defeated'] })]));
    expect(svg).toMatch(/<g role="graphics-symbol img" id="d-n-G1" class="defeated".*?class="cross".*?>wrong<\/text>/s);
    expect(svg).toContain('.surety .defeated>text:not(.small){paint-order:stroke;stroke:var(--ground)');
  });

  it('is compact, and done with 10,000 nodes in a moment', () => {
    const text = 'No instance of the agent gets a copy of its weights out, even with the help of an engineer';
    const nodes = Array.from({ length: 10_000 }, (_, at) =>
      nodeOf(at % 3 === 0 ? 'solution' : 'goal', `G-exfil-${at}`, text, {
        category: 'control',
        doubt: { text: '3.1e-4', level: 0.4, tone: 'good' },
      }),
    );
    const edges = nodes.slice(1).map((_, at) => edgeOf(at >> 2, at + 1, 'supportedBy'));
    const start = performance.now();
    const svg = painted(sceneOf('Large', nodes, edges), { font: 'none' });
    // A guard against hanging; the time itself is measured in bench/.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(svg.length / nodes.length).toBeLessThan(900);
  });
});
