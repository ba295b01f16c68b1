import type { Layout, LegendEntry, MeasuredScene, Point, Scene, SceneEdge, SceneNode, Shape } from '../types.js';

/** Scenes that show every shape and every sign, and a grid to place them on without a layout. */

export function nodeOf(shape: Shape, name: string, text: string, more: Partial<SceneNode> = {}): SceneNode {
  const none = { marks: [], tags: [], claimPoints: [], pointedOut: false, faint: false, hidden: 0 };
  return { id: name, shape, name, text, ...none, ...more };
}

export function edgeOf(from: number, to: number, kind: SceneEdge['kind'], more: Partial<SceneEdge> = {}): SceneEdge {
  return {
    from,
    to,
    kind,
    optional: false,
    claimPoints: [],
    defeated: false,
    pointedOut: false,
    faint: false,
    ...more,
  };
}

export function sceneOf(
  title: string,
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[] = [],
  legend: readonly LegendEntry[] = [],
): Scene {
  return { title, description: `A gallery: ${title}.`, nodes, edges, legend };
}

const margin = 24;

/** Boxes in rows of so many, links straight from side to side. */
export function grid({ nodes, edges }: MeasuredScene, columns: number, gap = 48): Layout {
  const boxes: { x: number; y: number; width: number; height: number }[] = [];
  let [x, y, tallest, width] = [margin, margin, 0, 0];
  nodes.forEach((node, at) => {
    if (at > 0 && at % columns === 0) {
      y += tallest + gap;
      x = margin;
      tallest = 0;
    }
    boxes.push({ x, y, width: node.width, height: node.height });
    x += node.width + gap;
    width = Math.max(width, x - gap);
    tallest = Math.max(tallest, node.height);
  });
  const routes: { points: Point[]; label: Point }[] = [];
  for (const { from, to, link } of edges) {
    const [a, b] = [bodyAt(nodes[from]!, boxes[from]!), bodyAt(nodes[to]!, boxes[to]!)];
    const challenged = link === undefined ? undefined : routes[link];
    const end = challenged?.label ?? facing(b, a);
    const start = challenged === undefined ? facing(a, b) : facing(a, { ...end, width: 0, height: 0 });
    routes.push({ points: [start, end], label: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 } });
  }
  return { width: width + margin, height: y + tallest + margin, boxes, routes };
}

type Rectangle = Point & { readonly width: number; readonly height: number };

function bodyAt(node: MeasuredScene['nodes'][number], box: Point): Rectangle {
  return { ...node.body, x: box.x + node.body.x, y: box.y + node.body.y };
}

/** The middle of the side that looks at the other. */
function facing(own: Rectangle, other: Rectangle): Point {
  const middle = { x: own.x + own.width / 2, y: own.y + own.height / 2 };
  if (other.y >= own.y + own.height) return { x: middle.x, y: own.y + own.height };
  if (other.y + other.height <= own.y) return { x: middle.x, y: own.y };
  return { x: other.x > own.x ? own.x + own.width : own.x, y: middle.y };
}

const claim = 'The agent does not exfiltrate weights in the deployment window';
const doubt = { text: '3.1e-4', level: 0.42, tone: 'good' } as const;

/** One scene per shape: plain, marked, in each state, with a category, and away. */
export const shapeScenes: readonly { readonly name: string; readonly scene: Scene; readonly columns: number }[] = [
  {
    name: 'goal',
    columns: 4,
    scene: sceneOf('Goals', [
      nodeOf('goal', 'G1', claim),
      nodeOf('goal', 'G2', 'Undeveloped', { marks: ['undeveloped'] }),
      nodeOf('goal', 'G3', 'Every subsystem {system} is controlled', { marks: ['uninstantiated'] }),
      nodeOf('goal', 'G4', 'Both, and public', { marks: ['undeveloped', 'uninstantiated', 'public'] }),
      nodeOf('goal', 'G5', 'To be supported by contract', { marks: ['to be supported by contract', 'public'] }),
      nodeOf('goal', 'G6', 'A goal that was defeated by a counter-argument', { marks: ['defeated'] }),
      nodeOf('goal', 'G7', 'The powertrain is safe', { away: 'powertrain' }),
      nodeOf('goal', 'G8', 'Assured at its own step', { claimPoints: ['ACP1'], hidden: 12 }),
    ]),
  },
  {
    name: 'strategy',
    columns: 3,
    scene: sceneOf('Strategies', [
      nodeOf('strategy', 'S1', 'Diverse legs: unable to, and prevented if it tried'),
      nodeOf('strategy', 'S2', 'By subsystem', { marks: ['undeveloped'], claimPoints: ['ACP4'] }),
      nodeOf('strategy', 'S3', 'By control measures in three layers', {
        category: 'control',
        doubt,
        marks: ['defeated'],
      }),
    ]),
  },
  {
    name: 'solution',
    columns: 4,
    scene: sceneOf('Solutions', [
      nodeOf('solution', 'Sn1', 'Cyber-range evaluation'),
      nodeOf('solution', 'Sn2', 'Red-team control evaluation of the watchdog at a 2 % audit budget', {
        category: 'control',
        doubt,
        tags: [{ text: 'stale evidence', tone: 'bad' }],
      }),
      nodeOf('solution', 'Sn3', 'Report', { away: 'evaluations' }),
      nodeOf('solution', 'Sn4', 'Log', { marks: ['defeated', 'public'], claimPoints: ['ACP2'] }),
    ]),
  },
  {
    name: 'context',
    columns: 3,
    scene: sceneOf('Contexts', [
      nodeOf('context', 'C1', 'Threat model TM-3'),
      nodeOf('context', 'C2', 'Deployment to 400 engineers with write access to repositories and no network', {
        marks: ['public'],
      }),
      nodeOf('context', 'C3', 'Definitions', { away: 'glossary', claimPoints: ['ACP3'] }),
    ]),
  },
  {
    name: 'assumption-and-justification',
    columns: 4,
    scene: sceneOf('Assumptions and justifications', [
      nodeOf('assumption', 'A1', 'The weights servers resist external attackers in the window', { doubt }),
      nodeOf('assumption', 'A2', 'Auditors are honest', { category: 'trustworthiness', away: 'people' }),
      nodeOf('justification', 'J1', 'Two external tests this year'),
      nodeOf('justification', 'J2', 'Precedent', { marks: ['defeated'] }),
    ]),
  },
  {
    name: 'dialectic',
    columns: 3,
    scene: sceneOf('Challenges', [
      nodeOf('counter-goal', 'CG1', 'The evaluation was sandbagged'),
      nodeOf('counter-solution', 'CSn1', 'Transcripts of the second run'),
      nodeOf('challenge', 'D1', 'Scaffolds improved since the evaluation was run', {
        tags: [
          { text: 'open challenge', tone: 'bad' },
          { text: 'blocking', tone: 'open' },
        ],
      }),
    ]),
  },
  {
    name: 'module',
    columns: 3,
    scene: sceneOf('Modules', [
      nodeOf('module', 'powertrain', 'The argument about the powertrain'),
      nodeOf('contract', 'supply', 'Powertrain supports braking'),
      nodeOf('choice', '', '1 of 2'),
    ]),
  },
  {
    name: 'category',
    columns: 4,
    scene: sceneOf(
      'Categories',
      (['inability', 'control', 'trustworthiness', 'deference'] as const).flatMap((category, at) => [
        nodeOf('goal', `G${at}`, `A claim of ${category}`, {
          category,
          doubt: { text: '0.02', level: 0.72, tone: 'bad' },
        }),
        nodeOf('solution', `Sn${at}`, `Evidence of ${category}`, { category }),
        nodeOf('strategy', `S${at}`, `By ${category}`, { category }),
        nodeOf('context', `C${at}`, `Context of ${category}`, { category }),
      ]),
      [],
      [
        { sign: { kind: 'category', category: 'inability' }, text: 'inability' },
        { sign: { kind: 'category', category: 'control' }, text: 'control' },
        { sign: { kind: 'category', category: 'trustworthiness' }, text: 'trustworthiness' },
        { sign: { kind: 'category', category: 'deference' }, text: 'deference' },
        { sign: { kind: 'doubt' }, text: 'doubt per window, from 1e-6 at the left to 1 at the right' },
      ],
    ),
  },
  {
    name: 'state',
    columns: 4,
    scene: sceneOf(
      'States',
      [
        nodeOf('goal', 'G1', 'Part of the set that is pointed out', { pointedOut: true, doubt }),
        nodeOf('goal', 'G2', 'Drawn faintly, with a category', { faint: true, category: 'control', doubt }),
        nodeOf('solution', 'Sn1', 'Pointed out and changed', { pointedOut: true, change: 'changed' }),
        nodeOf('context', 'C1', 'Drawn faintly', { faint: true }),
        nodeOf('goal', 'G3', 'Added', { change: 'added' }),
        nodeOf('goal', 'G4', 'Removed since the last version', { change: 'removed' }),
        nodeOf('strategy', 'S1', 'Moved to another goal', { change: 'moved' }),
        nodeOf('assumption', 'A1', 'Changed', { change: 'changed' }),
        nodeOf('goal', 'G5', 'Has a link', { link: 'https://example.org/?a=1&b=2' }),
        nodeOf('goal', 'G6', 'Tags below the text', {
          tags: [
            { text: 'supported', tone: 'good' },
            { text: 'stale evidence', tone: 'bad' },
            { text: 'awaits review', tone: 'open' },
            { text: 'owner: security', tone: 'plain' },
          ],
          doubt: { text: '1', level: 1, tone: 'open' },
        }),
      ],
      [],
      [
        { sign: { kind: 'pointed out' }, text: 'likeliest cut set' },
        ...(['added', 'removed', 'moved', 'changed'] as const).map((change) => ({
          sign: { kind: 'change' as const, change },
          text: change,
        })),
        ...(['undeveloped', 'uninstantiated', 'to be supported by contract', 'public', 'defeated'] as const).map(
          (mark) => ({
            sign: { kind: 'mark' as const, mark },
            text: mark,
          }),
        ),
        { sign: { kind: 'claim point' }, text: 'assurance claim point' },
        { sign: { kind: 'collapsed' }, text: 'hidden below' },
        { sign: { kind: 'faint' }, text: 'masked' },
      ],
    ),
  },
  {
    name: 'link',
    columns: 2,
    scene: sceneOf(
      'Links',
      [
        nodeOf('goal', 'G1', 'Top'),
        nodeOf('context', 'C1', 'Context'),
        nodeOf('strategy', 'S1', 'Over {n} systems'),
        nodeOf('assumption', 'A1', 'Assumed'),
        nodeOf('goal', 'G2', 'Per system'),
        nodeOf('counter-goal', 'CG1', 'Not all of them'),
        nodeOf('solution', 'Sn1', 'Evidence'),
        nodeOf('challenge', 'D1', 'Not measured'),
        nodeOf('goal', 'G9', 'Answer and confidence'),
        nodeOf('goal', 'G10', 'Argues ACP1'),
      ],
      [
        edgeOf(0, 1, 'inContextOf'),
        edgeOf(0, 2, 'supportedBy', { claimPoints: ['ACP1'] }),
        edgeOf(2, 3, 'inContextOf', { optional: true }),
        edgeOf(2, 4, 'supportedBy', { multiplicity: 'per subsystem' }),
        edgeOf(5, 4, 'challenges'),
        edgeOf(4, 6, 'supportedBy', { defeated: true }),
        edgeOf(7, 6, 'challenges link', { link: 5 }),
        edgeOf(7, 9, 'answeredBy'),
        edgeOf(8, 9, 'confidence'),
        edgeOf(6, 8, 'uses', { change: 'added', pointedOut: true }),
      ],
      [
        ...(['supportedBy', 'inContextOf', 'challenges', 'answeredBy', 'confidence', 'uses'] as const).map((link) => ({
          sign: { kind: 'link' as const, link },
          text: link,
        })),
        ...(['multiplicity', 'optional', 'choice', 'away'] as const).map((kind) => ({ sign: { kind }, text: kind })),
      ],
    ),
  },
  {
    name: 'text',
    columns: 4,
    scene: sceneOf('Texts', [
      nodeOf('goal', 'G1', 'Short'),
      nodeOf(
        'goal',
        'G2',
        `${claim}, and nobody outside the company can reach them through any tool that the agent has been given, `.repeat(
          3,
        ),
      ),
      nodeOf('goal', 'G3', `${claim}. `.repeat(40)),
      nodeOf('goal', 'G4', 'Lines that\nthe writer\n\nbroke'),
      nodeOf('solution', 'Sn1', `${claim}. `.repeat(5)),
      nodeOf('goal', 'G5', 'שלום עולם, הסוכן אינו מדליף משקלים'),
      nodeOf('goal', 'G6', '模型权重不会在部署期间泄露，因为监控会发现并阻止每一次尝试。'),
      nodeOf('goal', 'G7', 'sha256:6b1f0c77d3a94e1b8f7c5a2e9d6043b1c8f7e2a5d4b3c6f9e8a7b6c5d4e3f2a1'),
      nodeOf('strategy', 'S1', 'Модель не может выполнить цепочку действий'),
      nodeOf('assumption', 'A1', `${claim}. `.repeat(3)),
      nodeOf('goal', 'A-name-that-is-much-too-long-to-stand-on-a-single-line-of-a-box', 'and ∀ε > 0: <b>&amp;</b>'),
      nodeOf('context', 'C1', ''),
    ]),
  },
];
