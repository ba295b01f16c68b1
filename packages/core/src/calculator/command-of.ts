import type { Calculator, Example } from './calculator.js';

/** The option that sets a parameter: `auditFraction` is `--audit-fraction`. */
export function optionName(parameter: string): string {
  return `--${parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** An example as it is typed. */
export function commandOf({ name }: Calculator, { given }: Example): string {
  const options = Object.entries(given).map(([key, value]) => {
    const plain = /^[\w.,=+-]+$/.test(value) || /^[\w./-]+$/.test(value);
    return ` ${optionName(key)} ${plain ? value : `"${value}"`}`;
  });
  return `surety calc ${name}${options.join('')}`;
}
