/**
 * Generates a large case: `node bench/generate-case.mjs --elements 10000 [--quantities 20] [--anywhere] [--seed 1] > case.yaml`
 *
 * A tree of goals and strategies with solutions at its foot; 20 % of the solutions are shared with a goal at tree
 * distance <= 6 (with --anywhere: with any goal); 10 % of the strategies are `any` or `atLeast`, a third each of those
 * with nothing declared, a leg beta, and independence; 5 groups of 4 solutions.
 */
import { pathToFileURL } from 'node:url';
import { randomNumbers } from './near-tree.mjs';

export function generateCase({ elements, seed = 1, quantities = 0, anywhere = false }) {
  const next = randomNumbers(seed);
  const below = (n) => Math.floor(next() * n);
  const goals = [{ id: 'G1', parent: -1, strategy: -1, children: [], solutions: [] }];
  const strategies = [];
  let count = 1;
  // Breadth first, so that the tree is balanced; leaf goals get solutions at the end, which the budget counts now.
  for (let at = 0; at < goals.length && count + 3 * (goals.length - at) < elements; at++) {
    const children = 2 + below(3);
    const strategy = { id: `S${strategies.length + 1}`, goal: at, children: [] };
    strategies.push(strategy);
    goals[at].strategy = strategies.length - 1;
    count += 1 + children;
    for (let c = 0; c < children; c++) {
      strategy.children.push(goals.length);
      goals.push({ id: `G${goals.length + 1}`, parent: at, strategy: -1, children: [], solutions: [] });
    }
  }
  const solutions = [];
  const leafGoals = goals.filter((goal) => goal.strategy < 0);
  const addSolution = (goal) => {
    solutions.push({ id: `Sn${solutions.length + 1}`, goal, doubt: 10 ** (-4 + 2 * next()) });
    goal.solutions.push(solutions.length - 1);
    count++;
  };
  for (const goal of leafGoals) {
    const own = Math.max(1, Math.min(2 + below(2), elements - count));
    for (let s = 0; s < own; s++) addSolution(goal);
  }
  // There was room for three each: the elements that are missing are one more for the first goals.
  for (let at = 0; count < elements; at++) addSolution(leafGoals[at % leafGoals.length]);
  // Two leaf goals are at distance 2 under one strategy, at distance 6 under one grandparent.
  const near = (goal) => {
    const top = goals[goal.parent]?.parent ?? -1;
    const family = (top < 0 ? [goals[0]] : [goals[top]]).flatMap((g) =>
      g.strategy < 0 ? [] : strategies[g.strategy].children,
    );
    return family
      .flatMap((g) =>
        goals[g].strategy < 0 ? [goals[g]] : strategies[goals[g].strategy].children.map((h) => goals[h]),
      )
      .filter((g) => g.strategy < 0 && g !== goal);
  };
  for (const [index, solution] of solutions.entries()) {
    if (next() >= 0.2) continue;
    const candidates = anywhere ? leafGoals : near(solution.goal);
    if (candidates.length === 0) continue;
    const other = candidates[below(candidates.length)];
    if (!other.solutions.includes(index)) other.solutions.push(index);
  }
  const lines = [
    'surety: 1',
    `case: { id: bench, title: Generated case of ${count} elements, status: draft }`,
    'decision: { kind: internal deployment, question: Deploy?, window: { from: 2026-12-01, to: 2027-02-28 }, exposure: { tasks: 1000 } }',
    'outcomes:',
    '  harm:',
    '    text: Harm',
    '    threshold: { probability: 0.5, per: window, approved: { by: board, date: 2026-10-01 } }',
    '    claim: G1',
    'argument:',
  ];
  const kinds = [
    '',
    'dependence: { beta: 0.1, because: one red team }',
    'dependence: { independent: true, because: separate teams }',
  ];
  let combined = 0;
  for (const goal of goals) {
    const support = goal.strategy < 0 ? goal.solutions.map((s) => solutions[s].id) : [strategies[goal.strategy].id];
    lines.push(
      `  ${goal.id}:`,
      `    text: Claim ${goal.id} holds in the window`,
      `    supportedBy: [${support.join(', ')}]`,
    );
  }
  for (const strategy of strategies) {
    lines.push(`  ${strategy.id}:`, `    text: Argument over the parts of ${goals[strategy.goal].id}`);
    if (next() < 0.1) {
      const k = strategy.children.length > 2 && next() < 0.5 ? 2 : 1;
      lines.push(k === 1 ? '    combine: any' : '    combine: { atLeast: 2 }');
      const kind = kinds[combined++ % 3];
      if (kind !== '') lines.push(`    ${kind}`);
    }
    lines.push(`    supportedBy: [${strategy.children.map((g) => goals[g].id).join(', ')}]`);
  }
  const uncertain = new Map();
  if (quantities > 0) {
    const chosen = new Set();
    while (chosen.size < Math.min(10 * quantities, solutions.length)) chosen.add(below(solutions.length));
    for (const [i, solution] of [...chosen].entries()) uncertain.set(solution, `q${(i % quantities) + 1}`);
  }
  for (const [index, solution] of solutions.entries()) {
    const doubt = uncertain.get(index) ?? solution.doubt.toExponential(3);
    lines.push(`  ${solution.id}:`, `    text: Evidence ${index + 1}`, `    doubt: ${doubt}`);
  }
  if (quantities > 0) {
    lines.push('quantities:');
    for (let q = 1; q <= quantities; q++) lines.push(`  q${q}: { beta: [${q}, ${1000 * q}] }`);
  }
  lines.push('dependence:');
  const free = solutions.map((_, i) => i).filter((i) => !uncertain.has(i));
  for (let g = 1; g <= 5; g++) {
    const members = Array.from({ length: 4 }, () => solutions[free.splice(below(free.length), 1)[0]].id);
    lines.push(`  - { name: group ${g}, members: [${members.join(', ')}], beta: 0.1, because: common cause }`);
  }
  return `${lines.join('\n')}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const value = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  process.stdout.write(
    generateCase({
      elements: value('--elements', 10_000),
      seed: value('--seed', 1),
      quantities: value('--quantities', 0),
      anywhere: process.argv.includes('--anywhere'),
    }),
  );
}
