import { evaluate, parseExpression } from '@surety/core/expression';
import { expect, test } from 'vitest';
import { surety } from '../../packages/cli/src/run.testing.js';
import { prints } from '../../packages/core/src/statistics/prints.testing.js';

/**
 * How sure a figure is: *** published, read and reproduced; ** published, remembered and reproduced; * an oracle of our own.
 */
export type Stars = '***' | '**' | '*';

/** A figure that an expression of a case gives. */
export type InACase = readonly [figure: string, stars: Stars, expression: string, printed: string];
/** A figure that a calculator gives, as one types it. */
export type Typed = readonly [figure: string, stars: Stars, command: string, row: string, printed: string];

/** Each figure through the language of cases, to the digit that is printed. */
export function inACase(rows: readonly InACase[]): void {
  test.each(rows)('%s %s  %s', (_figure, _stars, expression, printed) => {
    const { ast, problems } = parseExpression(expression);
    expect(problems).toEqual([]);
    prints(evaluate(ast!, () => undefined) as number, printed);
  });
}

/** Each figure through `surety calc`. */
export function typed(rows: readonly Typed[]): void {
  test.each(rows)('%s %s  surety calc %s: %s', async (_figure, _stars, command, row, printed) => {
    const words = (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
    const { out, err } = await surety(['calc', ...words, '--json']);
    expect(err).toBe('');
    const { results } = JSON.parse(out) as { results: { name: string; value: number | string }[] };
    const found = results.find(({ name }) => name === row)?.value;
    if (typeof found === 'number') prints(found, printed);
    else expect(found).toBe(printed);
  });
}
