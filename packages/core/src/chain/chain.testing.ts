import type { Case, Measures } from '../case/index.js';
import { caseFrom } from '../doubt/text.testing.js';
import type { ChainLink } from './index.js';

/** A case of a chain, claimed by G1 at this threshold, with these lines of argument and what else the test adds. */
export function generation(
  argument: string,
  options: { threshold?: number; first?: boolean; rest?: string } = {},
): Case {
  const { threshold = 0.01, first = false, rest = '' } = options;
  const chain = first ? '' : 'chain: { previous: ../before, claim: G1, gap: G2, amplify: { copies: 10 } }\n';
  return caseFrom(`surety: 1
case: { id: test, title: Test, status: draft }
outcomes:
  o: { text: It happens, threshold: { probability: ${threshold}, per: window, approved: { by: board, date: 2026-10-01 } }, claim: G1 }
${chain}argument:
${argument
  .trim()
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')}
${rest}`);
}

export function linkOf(name: string, of: Case, measures: Measures = {}): ChainLink {
  return { name, case: of, measures, claim: 'G1' };
}

export const firstOne = (doubt: number) =>
  generation(`G1: { text: Safe, supportedBy: [Sn1], inference: 0 }\nSn1: { text: Tests, doubt: ${doubt} }`, {
    first: true,
  });

/** Adds 1 - (1 - gap)(1 - more). */
export const laterOne = (gap: number, more = 0, options: { threshold?: number } = {}) =>
  generation(
    `G1: { text: Safe, supportedBy: [G1@previous, G2], inference: ${more} }\nG2: { text: The step, doubt: ${gap} }`,
    options,
  );
