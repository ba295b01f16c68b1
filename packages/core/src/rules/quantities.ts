import type { Origin } from '../case/index.js';
import type { QuantityCode } from '../quantities/index.js';
import { type Found, type RuleContext, rule } from './rule.js';

/** The checks of `quantities/` are made in one go; each rule here takes those of its code. */
function ofCode(code: QuantityCode) {
  return ({ facts, case: of }: RuleContext): Found[] => {
    const texts = new Map<Origin, string>();
    for (const { definition } of of.quantities) {
      if (definition.kind === 'expression') texts.set(definition.origin, definition.text);
    }
    return facts
      .quantityFindings()
      .filter((finding) => finding.code === code)
      .map(({ code: _code, severity: _severity, within, ...found }) => {
        const text = within === undefined ? undefined : texts.get(found.at);
        return text === undefined || within === undefined ? found : { ...found, within: { ...within, text } };
      });
  };
}

const expressionSyntax = rule({
  code: 'expression-syntax',
  title: 'Expression that cannot be read',
  severity: 'error',
  fatal: true,
  check: ofCode('expression-syntax'),
});

const unknownQuantity = rule({
  code: 'unknown-quantity',
  title: 'Reference to a quantity that does not exist',
  severity: 'error',
  fatal: true,
  check: ofCode('unknown-quantity'),
});

const quantityCycle = rule({
  code: 'quantity-cycle',
  title: 'Quantity that is made of itself',
  severity: 'error',
  fatal: true,
  check: ofCode('quantity-cycle'),
});

const unitSyntax = rule({
  code: 'unit-syntax',
  title: 'Unit that is not written as one',
  severity: 'error',
  fatal: true,
  check: ofCode('unit-syntax'),
});

const unitMismatch = rule({
  code: 'unit-mismatch',
  title: 'Units that do not fit',
  severity: 'error',
  fatal: true,
  check: ofCode('unit-mismatch'),
});

const doubtUnit = rule({
  code: 'doubt-unit',
  title: 'Doubt that is not a probability per window',
  severity: 'error',
  fatal: true,
  check: ofCode('doubt-unit'),
});

const reservedQuantityName = rule({
  code: 'reserved-quantity-name',
  title: 'Quantity with a name that is taken',
  severity: 'error',
  fatal: true,
  check: ofCode('reserved-quantity-name'),
});

export const quantityRules = [
  expressionSyntax,
  unknownQuantity,
  quantityCycle,
  unitSyntax,
  unitMismatch,
  doubtUnit,
  reservedQuantityName,
] as const;
