import { describe } from 'vitest';
import { inACase, type Typed, typed } from './figures.testing.js';

describe('T7 *** upfront auditing', () => {
  typed(
    [
      [0.005, '.0017703', '.0017692', '8.85', '.0523'],
      [0.02, '.0012687', '.0012680', '6.34', '.1518'],
      [0.1, '.0007349', '.0007346', '3.67', '.4275'],
      [0.3, '.0004340', '.0004338', '2.17', '.7116'],
    ].flatMap(([share, approximate, exact, attacks, wins]): Typed[] =>
      Object.entries({ approximateRate: approximate, bestAttackRate: exact, attacks, defenderWins: wins }).map(
        ([row, printed]) => [
          'T7',
          '***',
          `upfront-audit --problems 5000 --audit-fraction ${share} --correct 0.53`,
          row,
          printed as string,
        ],
      ),
    ),
  );
  inACase([
    ['T7', '***', 'defenderWins(5000, 0.02, 0.53)', '.1518'],
    ['T7', '***', 'bestAttackRate(5000, 0.02, 0.53) * 100', '.12680'],
  ]);
});

describe('T8 *** a trusted monitor', () => {
  const counts = 'monitoring --audited 24 --missed 13 --failed 34 --innocent 1429 --innocent-audited 29';
  typed([
    ['T8', '***', counts, 'falsePositive', '.0203'],
    ['T8', '***', counts, 'detected', '.338'],
    ['T8', '***', counts, 'succeeds', '.183'],
    ['T8', '***', counts, 'neutral', '.479'],
    // Published: 62 %, which its source calls not exactly reproducible.
    ['T8', '*', counts, 'caughtFirst', '.6486'],
  ]);
});

describe('T9 *** usefulness and safety', () => {
  const points = 'pareto --points examples/control/protocols.csv';
  typed([
    ['T9', '***', points, 'front', 'trusted monitoring; trusted editing 10 %; trusted editing 20 %; defer 50 %'],
    ['T9', '***', points, 'untrusted monitoring', 'beaten by trusted editing 10 %'],
    ['T9', '***', points, 'defer 10 %', 'beaten by trusted editing 10 %; trusted editing 20 %'],
    ['T9', '***', points, 'untrusted monitoring and defer 10 %', 'beaten by trusted editing 20 %'],
    ['T9', '***', points, 'no untrusted model', 'beaten by defer 50 %'],
    ['T9', '***', points, 'leftOut', 'upfront auditing'],
  ]);
});

describe('3.2 * the binormal model, and attempts', () => {
  inACase([
    ['3.2', '*', 'binormalSeparation(0.88)', '1.66168'],
    ['3.2', '*', 'binormalDetection(binormalSeparation(0.88), 0.02)', '.34750'],
    ['3.2', '*', 'binormalDetection(binormalSeparation(0.88), 0.05)', '.50671'],
    ['3.2', '*', 'binormalArea(binormalSeparation(0.88))', '.880000'],
    ['3.2', '*', 'allUndetected(0.9, 3)', '1.000e-3'],
    ['3.2', '*', 'allUndetected(0.338, 3)', '.29012'],
  ]);
});

describe('3.3 * extrapolation from evaluation to deployment', () => {
  inACase([
    ['3.3', '*', 'successBeforeDetection(13/71, 24/71, 0.01, 5000)', '.351351'],
    ['3.3', '*', 'successBeforeDetection(13/71, 24/71, 0.001, 5000)', '.325419'],
    // The red team's best over q, for ever more tasks: 13/37.
    ['3.3', '*', '13/37 - successBeforeDetection(13/71, 24/71, 1, 1e9)', '0.000000'],
  ]);
});
