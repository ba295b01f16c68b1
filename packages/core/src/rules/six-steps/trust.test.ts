import { describe, expect, it } from 'vitest';
import { example } from '../example.js';
import { findingsIn } from '../examples.testing.js';

/** The watchdog figure, with its trustworthiness argument where `argument` puts it. */
const watchdog = (argument: string) =>
  findingsIn(
    example(`
outcomes:
  escape: { text: The agent escapes, claim: G1 }
system:
  coder: { kind: model }
  engineers: { kind: users }
  watchdog: { kind: model, watches: [coder] }
argument:
${argument}
  G5: { text: The watchdog does not collude, category: trustworthiness, subsystem: watchdog, outcome: escape, undeveloped: true }
`),
    'trusted-monitor-unargued',
  ).map((finding) => finding.slice(finding.indexOf(' ') + 1));

const control = (support: string) => `
  G2:
    text: An attempt is caught
    category: control
    subsystem: coder
    outcome: escape
    assumes: { coder: untrustworthy, engineers: untrustworthy, watchdog: trusted }
    ${support}`;
const elsewhere =
  'Goal G2 assumes that watchdog can be trusted, and G5, which argues it, stands where its failure leaves G2 as it is';

describe('a monitor that a control argument trusts', () => {
  it.each([
    ['below the control argument', `  G1: { text: A, supportedBy: [G2] }${control('supportedBy: [G5]')}`],
    ['beside it, where both are needed', `  G1: { text: A, supportedBy: [G2, G5] }${control('undeveloped: true')}`],
    [
      'below something else that is needed too',
      `  G1: { text: A, supportedBy: [S1, S2] }
  S1: { text: B, supportedBy: [G2] }
  S2: { text: C, combine: { atLeast: 2 }, supportedBy: [G5, G6] }
  G6: { text: D, undeveloped: true }${control('undeveloped: true')}`,
    ],
  ])('is argued %s', (_, argument) => {
    expect(watchdog(argument)).toEqual([]);
  });

  it.each([
    ['in another leg', `  G1: { text: A, combine: any, supportedBy: [G2, G5] }${control('undeveloped: true')}`],
    [
      'in a leg of something else that is needed',
      `  G1: { text: A, supportedBy: [G2, S2] }
  S2: { text: C, combine: any, supportedBy: [G5, G6] }
  G6: { text: D, undeveloped: true }${control('undeveloped: true')}`,
    ],
    [
      'beside a strategy of which the control argument is one leg',
      `  G1: { text: A, combine: { atLeast: 1 }, supportedBy: [S1, G5] }
  S1: { text: B, supportedBy: [G2] }${control('undeveloped: true')}`,
    ],
  ])('is not argued %s', (_, argument) => {
    expect(watchdog(argument)).toEqual([elsewhere]);
  });
});
