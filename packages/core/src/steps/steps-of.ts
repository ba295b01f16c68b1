import type { Case, Diagnostic, StepNumber } from '../case/index.js';
import { type Fact, sixSteps } from '../catalogue/index.js';
import type { Assessment } from '../doubt/index.js';
import { type NextEdit, nextEditOf } from './next-edit.js';
import { thereOf } from './there.js';

/** `nothing said`: the text has nothing for the step; `findings`: the rules miss something; `done`: they miss nothing. */
export type StepState = 'nothing said' | 'findings' | 'done';

/** One of the six steps, for one case. */
export interface Step {
  readonly number: StepNumber;
  readonly title: Fact<string>;
  /** What the paper asks, each with where that is from; of a decision to train further, what that means there too. */
  readonly asks: readonly Fact<string>[];
  readonly state: StepState;
  /** What the text says, one sentence each. */
  readonly there: readonly string[];
  /** What the rules found, most urgent first: what blocks a verdict, then by severity, then as it stands in the text, and waived ones last. */
  readonly missing: readonly Diagnostic[];
  /** The next thing to write; absent where nothing is missing that is not waived. */
  readonly next?: NextEdit;
}

export interface Steps {
  readonly steps: readonly Step[];
  /** Findings that are about no step: notation, names, review. None is left out of both. */
  readonly elsewhere: readonly Diagnostic[];
}

/**
 * The six steps of a case in their order. `findings` are those of `diagnose` (each says which step it is about); with an
 * assessment, findings about what blocks a verdict come first.
 */
export function stepsOf(of: Case, findings: readonly Diagnostic[], assessment?: Assessment): Steps {
  const there = thereOf(of);
  const blocking = new Set(
    (assessment?.outcomes ?? []).flatMap(({ reasons }) =>
      reasons.flatMap(({ blocks, element }) => (blocks && element !== undefined ? [element] : [])),
    ),
  );
  const urgent = [...findings].sort((a, b) => urgency(a, blocking) - urgency(b, blocking));
  const steps = sixSteps.map(({ number, title, asks, training }): Step => {
    const missing = urgent.filter(({ step }) => step === number);
    const first = missing.find(({ waived }) => waived === undefined);
    return {
      number,
      title,
      asks: of.decision?.kind === 'train' ? [...asks, training] : asks,
      state: there[number].length === 0 ? 'nothing said' : first === undefined ? 'done' : 'findings',
      there: there[number],
      missing,
      ...(first === undefined ? {} : { next: nextEditOf(first) }),
    };
  });
  return { steps, elsewhere: findings.filter(({ step }) => step === undefined) };
}

function urgency({ severity, element, waived }: Diagnostic, blocking: ReadonlySet<string>): number {
  if (waived !== undefined) return 4;
  if (element !== undefined && blocking.has(element)) return 0;
  return { error: 1, warning: 2, info: 3 }[severity];
}
