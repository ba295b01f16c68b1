import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { diagnose } from '@surety/core/rules';
import { expect, it } from 'vitest';

/** A case that was worked out by hand: what its text comes to, what is found in it, and what it is worth. */
export interface Worked {
  /** The form of the notation that it shows. */
  readonly form: string;
  /** `case.yaml` without its opening, which every case shares; further files by path. */
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Every link: `G1 < G2` support, `G1 ~ A1` context, `D1 x G1` and `D1 x G1>G2` challenges, `D1 ! G3` answers. */
  readonly links: readonly string[];
  /** Elements that were made or marked: `G1.G2 (P1)`, `G1 uninstantiated`. */
  readonly made?: readonly string[];
  /** Findings of the notation as `code file:line`, in file order; those that every small case has are left out. */
  readonly findings: readonly string[];
  /** The declared doubt of the outcome's claim, G1, with the sum that gives it. */
  readonly doubt: number;
  /** The minimal cut sets, members sorted, likeliest first. */
  readonly cutSets?: readonly (readonly string[])[];
}

const opening = `surety: 1
case: { id: worked, title: Worked by hand, status: draft }
outcomes:
  o: { text: It happens, threshold: { probability: 0.5, per: window }, claim: G1 }
`;

/** What every case as small as these is told, whatever its argument. */
const aboutSmallCases = new Set([
  'no-scope',
  'no-window',
  'no-exposure',
  'no-assumptions',
  'nothing-to-cover',
  'no-budget',
  'threshold-not-approved',
  'doubt-provenance',
  'inference-unassessed',
  'claim-without-context',
  'claim-on-evidence',
  'interaction-not-covered',
  'subsystem-not-covered',
  'risk-case-missing',
  'assumption-without-owner',
  'indicator-missing',
  'challenge-provenance',
]);

export function worked({ form, text, files = {}, links, made = [], findings, doubt, cutSets }: Worked): void {
  it(form, () => {
    const texts = { 'case.yaml': opening + text.replace(/^\n/, ''), ...files };
    const parsed = parse(Object.entries(texts).map(([path, content]) => ({ path, text: content })));
    const told = parsed.diagnostics.map((one) => `${one.code} ${one.range.file}:${one.range.start.line}`);
    const of = parsed.case;
    if (of === null) throw new Error(`no case: ${parsed.diagnostics.map(({ message }) => message).join('; ')}`);
    const found = diagnose(of, parsed.ranges, { asOf: '2026-11-23', measures: {} })
      .filter(({ code }) => !aboutSmallCases.has(code))
      .map(({ code, range }) => `${code} ${range.file}:${range.start.line}`);
    const seen = of.elements.flatMap((element) => {
      const target = element.challenge?.target;
      return [
        ...element.supportedBy.map(({ to }) => `${element.id} < ${to}`),
        ...element.inContextOf.map(({ to }) => `${element.id} ~ ${to}`),
        ...(target === undefined
          ? []
          : [`${element.id} x ${target.kind === 'element' ? target.element : `${target.from}>${target.to}`}`]),
        ...(element.challenge?.answeredBy === undefined ? [] : [`${element.id} ! ${element.challenge.answeredBy}`]),
      ];
    });
    const marked = of.elements.flatMap((element) => [
      ...(element.instance === undefined ? [] : [`${element.id} (${element.instance.pattern})`]),
      ...(element.uninstantiated ? [`${element.id} uninstantiated`] : []),
    ]);
    expect({ links: seen, made: marked, findings: [...told, ...found] }).toEqual({ links, made, findings });
    const [outcome] = assess(of, {}, { asOf: '2026-11-23' }).outcomes;
    const declared = outcome?.doubt?.declared;
    expect(declared !== undefined && 'mean' in declared ? declared.mean : undefined).toBeCloseTo(doubt, 12);
    if (cutSets !== undefined)
      expect(outcome?.cutSets?.top.map(({ elements }) => [...elements].sort())).toEqual(cutSets);
  });
}
