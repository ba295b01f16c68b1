import type { Quantity, TextDistribution } from '../../case/index.js';
import type { QuantityAssessment } from '../../doubt/index.js';
import {
  type Block,
  badge,
  type Cell,
  cell,
  cellOf,
  code,
  faint,
  type Line,
  link,
  numeric,
  paragraph,
  table,
} from '../document.js';
import { formatNumber } from '../numbers.js';
import { anchorOf, type View } from '../view.js';
import { sentence } from '../words.js';

/** The numbers that doubts are computed from, with their spread. */
export function quantities(view: View): readonly Block[] {
  const all = view.case.quantities;
  if (all.length === 0) return [paragraph('The case states no quantity.')];
  if (!view.numbers) return [paragraph('The case names quantities, but no doubt is stated, so they are not computed.')];
  const assessed = new Map(view.assessment.quantities.map((one) => [one.name, one]));
  const columns = ['Quantity', 'How it is stated', numeric('Mean'), numeric('5 %'), numeric('50 %'), numeric('95 %')];
  const rows = table('Quantities and their spread over the trials', columns, all, (quantity) => ({
    anchor: anchorOf.quantity(quantity.name),
    cells: [nameCell(quantity), definitionCell(view, quantity), ...spread(assessed.get(quantity.name))],
  }));
  return [rows];
}

function nameCell({ name, unit }: Quantity): Cell {
  return cellOf([[{ kind: 'strong', text: name }], ...(unit === undefined ? [] : [[faint(unit)]])]);
}

function definitionCell(view: View, { definition, because }: Quantity): Cell {
  const why: Line[] = because === undefined ? [] : [[faint(sentence(because))]];
  return cellOf([definitionWords(view, definition), ...why]);
}

function definitionWords({ index }: View, definition: Quantity['definition']): Line {
  switch (definition.kind) {
    case 'number':
      return [formatNumber(definition.value)];
    case 'distribution':
      return [distributionWords(definition.distribution)];
    case 'evidence':
      return [
        'from evidence ',
        index.evidence(definition.evidence) === undefined
          ? definition.evidence
          : link(anchorOf.evidence(definition.evidence), definition.evidence),
      ];
    case 'expression':
      return [code(definition.text)];
  }
}

function distributionWords(distribution: TextDistribution): string {
  if (distribution.kind === 'beta')
    return `beta with a = ${formatNumber(distribution.a)} and b = ${formatNumber(distribution.b)}`;
  if (distribution.kind === 'pert')
    return `at least ${formatNumber(distribution.min)}, most likely ${formatNumber(distribution.mode)}, at most ${formatNumber(distribution.max)} (PERT)`;
  return `between ${formatNumber(distribution.lo)} and ${formatNumber(distribution.hi)} with 90 % probability`;
}

function spread(assessed: QuantityAssessment | undefined): Cell[] {
  const shown = (value: number | undefined) => cell(value === undefined ? '–' : formatNumber(value));
  if (assessed === undefined) return [cell('not computed'), shown(undefined), shown(undefined), shown(undefined)];
  if (assessed.blockedBy.length > 0) {
    const why = cellOf([[badge('bad', 'blocked')], [`by evidence ${assessed.blockedBy.join(', ')}`]]);
    return [why, shown(undefined), shown(undefined), shown(undefined)];
  }
  return [shown(assessed.mean), shown(assessed.p5), shown(assessed.p50), shown(assessed.p95)];
}
