import { describe, expect, it } from 'vitest';
import { edgeOf, nodeOf } from './gallery.testing.js';
import { nodeLabels } from './node-label.js';

describe('what is said of a node', () => {
  it('is its kind, name, text, state and links, in this order', () => {
    const nodes = [
      nodeOf('goal', 'G1', 'The agent\nis safe.', {
        marks: ['undeveloped', 'public'],
        category: 'control',
        tags: [{ text: 'open challenge', tone: 'bad' }],
        doubt: { text: '3.1e-4', level: 0.4, tone: 'good' },
        claimPoints: ['ACP2'],
        pointedOut: true,
        change: 'moved',
        hidden: 3,
      }),
      nodeOf('goal', 'G2', '', { away: 'powertrain' }),
      nodeOf('context', 'C1', 'Definitions'),
      nodeOf('challenge', 'D1', 'Not measured'),
      nodeOf('choice', '', '1 of 2'),
    ];
    const edges = [
      edgeOf(0, 1, 'supportedBy', { multiplicity: 'per subsystem', claimPoints: ['ACP1'] }),
      edgeOf(0, 4, 'supportedBy', { optional: true, defeated: true, change: 'added' }),
      edgeOf(0, 2, 'inContextOf'),
      edgeOf(3, 0, 'challenges'),
      edgeOf(3, 1, 'challenges link', { link: 0 }),
      edgeOf(3, 1, 'answeredBy'),
    ];
    expect(nodeLabels({ nodes, edges })).toEqual([
      'Goal G1: The agent is safe. Undeveloped. Public. Category control. Open challenge. Doubt 3.1e-4. Claim point ACP2. ' +
        'Pointed out. Moved. 3 hidden below. Supported by G2 (per subsystem, claim point ACP1) and 1 of 2 (optional, defeated, added). ' +
        'In context of C1. Challenged by D1.',
      'Goal G2, away, in module powertrain.',
      'Context C1: Definitions.',
      'Challenge D1: Not measured. Challenges G1. Challenges the link from G1 to G2. Answered by G2.',
      'Choice: 1 of 2.',
    ]);
  });

  it('counts neighbours where they are many', () => {
    const nodes = Array.from({ length: 21 }, (_, at) => nodeOf('goal', `G${at}`, ''));
    const edges = nodes.slice(1).map((_, at) => edgeOf(0, at + 1, 'supportedBy'));
    expect(nodeLabels({ nodes, edges })[0]).toMatch(/Supported by G1, G2, .*, G12 and 8 more\.$/);
  });
});
