import type { Doubt, Doubts } from '@surety/core/doubt';
import { formatDoubt, formatProbability } from './numbers.js';
import type { Style } from './style.js';
import { table } from './table.js';

const names = { declared: 'declared doubt', independent: 'if independent', bound: 'dependence-free bound' } as const;

/** The three doubts side by side: a single number would be too easily believed. */
export function renderDoubts(doubts: Doubts, indent: string, style: Style): string[] {
  const kinds = ['declared', 'independent', 'bound'] as const;
  const spread = kinds.some((kind) => doubts[kind].p50 !== undefined);
  const right = 'right' as const;
  const rest = spread ? ['error', '5 %', '50 %', '95 %'].map((title) => ({ title, align: right })) : [];
  const columns = [{ title: spread ? 'doubt' : '' }, { title: spread ? 'mean' : '', align: right }, ...rest];
  const rows = kinds.map((kind) => [
    names[kind],
    formatDoubt(doubts[kind]),
    ...(spread ? spreadCells(doubts[kind]) : []),
  ]);
  const { declared } = doubts;
  const carriedByFew = 'mean' in declared && declared.p95 !== undefined && declared.mean > declared.p95;
  return [
    ...table(columns, rows, indent, style.dim),
    ...(carriedByFew
      ? [`${indent}The mean is above the 95 % point: fewer than one trial in twenty makes up the rest.`]
      : []),
  ];
}

function spreadCells({ error, p5, p50, p95 }: Doubt): string[] {
  const shown = (value: number | undefined) => (value === undefined ? '–' : formatProbability(value));
  return [error === undefined ? '–' : `± ${formatProbability(error)}`, shown(p5), shown(p50), shown(p95)];
}
