import { describe, expect, it } from 'vitest';
import { interactionKinds } from '../case/index.js';
import { example } from './example.js';
import { findingsIn, read } from './examples.testing.js';
import { coverage } from './index.js';

const of = (body: string) => coverage(read(example(body)).of);

const body = `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
  sabotage: { text: The agent sabotages the build }
system:
  coder: { kind: model }
  sandbox: { kind: infrastructure }
argument:
  G1: { text: A, defaults: { subsystem: coder, outcome: escape }, supportedBy: [G2, G3] }
  G2: { text: B, inContextOf: [C1], undeveloped: true }
  G3: { text: C, subsystem: sandbox, undeveloped: true }
  G4: { text: Elsewhere, subsystem: sandbox, outcome: sabotage, undeveloped: true }
  C1: { text: D, subsystem: sandbox, outcome: escape }
dismissed:
  - { subsystem: sandbox, outcome: sabotage, because: Has no agency }
  - { subsystem: coder, outcome: sabotage }
interactions:
  - { kind: collusion, outcome: escape, arguedBy: G2 }
  - { kind: collusion, outcome: escape, dismissed: The others share no channel }
  - { kind: cascade, outcome: escape, dismissed: One instance }
  - { kind: monitor subversion, outcome: escape }
`;

describe('the coverage matrix', () => {
  it('has a cell for each subsystem and outcome', () => {
    expect(of(body).subsystems).toEqual([
      { subsystem: 'coder', outcome: 'escape', state: { kind: 'argued', by: ['G2'] } },
      { subsystem: 'sandbox', outcome: 'escape', state: { kind: 'argued', by: ['G3'] } },
      { subsystem: 'coder', outcome: 'sabotage', state: { kind: 'dismissed', because: [] } },
      { subsystem: 'sandbox', outcome: 'sabotage', state: { kind: 'dismissed', because: ['Has no agency'] } },
    ]);
  });

  it('has a cell for each kind of interaction and outcome', () => {
    const cells = of(body).interactions;
    expect(cells).toHaveLength(interactionKinds.length * 2);
    expect(cells.filter((cell) => cell.state.kind !== 'hole')).toEqual([
      { kind: 'collusion', outcome: 'escape', state: { kind: 'argued', by: ['G2'] } },
      { kind: 'cascade', outcome: 'escape', state: { kind: 'dismissed', because: ['One instance'] } },
    ]);
  });

  it('is empty without outcomes', () => {
    expect(of('system:\n  coder: { kind: model }\n')).toEqual({ subsystems: [], interactions: [] });
  });

  it('has a hole where only elements outside the outcome’s argument name the cell', () => {
    const elsewhere = body.replace(/ {2}- \{ subsystem: sandbox.*\n/, '');
    const cell = of(elsewhere).subsystems.find((one) => one.subsystem === 'sandbox' && one.outcome === 'sabotage');
    expect(cell?.state).toEqual({ kind: 'hole' });
    expect(findingsIn(example(elsewhere), 'subsystem-not-covered')).toEqual([
      '8:3 Whether subsystem sandbox alone can cause outcome sabotage is neither argued nor dismissed',
    ]);
  });
});

describe('a control argument that trusts a monitor', () => {
  const control = (monitor: string) => `
outcomes:
  escape: { text: The agent escapes, claim: G1 }
  sabotage: { text: The agent sabotages the build, claim: G1 }
system:
  coder: { kind: model }
  watchdog: { kind: model, watches: [coder] }
argument:
  G1: { text: A, supportedBy: [G2, G3] }
  G2: { text: B, category: control, subsystem: coder, assumes: { watchdog: trusted }, supportedBy: [G4] }
  G4: { text: C, category: control, subsystem: coder, assumes: { watchdog: trusted }, undeveloped: true }
  G3: { text: D, undeveloped: true${monitor} }
`;
  const found = (monitor: string) => findingsIn(example(control(monitor)), 'trusted-monitor-unargued');

  it('needs that trust argued for every outcome, and is told once for each', () => {
    expect(found('')).toEqual([
      expect.stringContaining('11:76 Goal G2 assumes that watchdog can be trusted, and no trustworthiness argument'),
      expect.stringContaining('stands in the argument for sabotage'),
    ]);
  });

  it('is not helped by an argument about another outcome, another subsystem or of another category', () => {
    expect(found(', category: trustworthiness, subsystem: watchdog, outcome: escape')).toHaveLength(1);
    expect(found(', category: trustworthiness, subsystem: coder, outcome: escape')).toHaveLength(2);
    expect(found(', category: control, subsystem: watchdog, outcome: escape')).toHaveLength(2);
  });
});
