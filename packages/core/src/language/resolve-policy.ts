import type { AllowedThreshold, Budget, CaseStatus, Origin, Path, Policy, Relaxation } from '../case/index.js';
import type { CaseText } from '../schema/index.js';
import type { Merged } from './merge.js';
import { list } from './one-or-more.js';
import { defined } from './resolve-sections.js';
import type { ValidFile } from './valid-file.js';

type PolicyText = NonNullable<CaseText['policy']>;

/** What one file says about policy. */
interface Statement {
  readonly policy: PolicyText;
  readonly at: (...path: Path) => Origin;
}

/**
 * The policy that holds: of what the case and the files that it builds on say, the stricter. Where a nearer file says
 * what is laxer, that is kept to be found. From status `in review` on, unassessed inference steps block unless told otherwise.
 */
export function resolvePolicy(files: readonly ValidFile[], { policyBases }: Merged, status: CaseStatus): Policy {
  const own = files.filter((file) => !policyBases.includes(file));
  const statements = [...own, ...policyBases].flatMap(statementOf);
  const early = status === 'sketch' || status === 'draft';
  const inference = strictest(statements, 'inference', ['required', 'listed']);
  const absentEvidence = strictest(statements, 'absentEvidence', ['block', 'locked']);
  // One policy builds on another, and the last that says which severities there are has said it for all.
  const named = policyBases.map(({ data }) => Object.keys(data.policy?.severities ?? {}));
  const severities = severitiesOf(
    statements,
    named.findLast((names) => names.length > 0),
  );
  const budget = budgetOf(statements);
  const relaxed = [...inference.relaxed, ...absentEvidence.relaxed, ...severities.relaxed, ...budget.relaxed];
  return defined({
    inference: inference.value ?? (early ? 'listed' : 'required'),
    absentEvidence: absentEvidence.value ?? 'locked',
    severities: severities.value.length === 0 ? undefined : severities.value,
    budget: budget.value,
    relaxed: relaxed.length === 0 ? undefined : relaxed,
  }) as Policy;
}

/** Roles that the policies ask for, in the order of the files. */
export function policyRoles(files: readonly ValidFile[]): readonly string[] {
  return files.flatMap(({ data }) => list(data.policy?.required));
}

function statementOf({ data, source }: ValidFile): readonly Statement[] {
  if (data.policy === undefined) return [];
  return [{ policy: data.policy, at: (...path) => ({ file: source.file, path: ['policy', ...path] }) }];
}

interface Said<T> {
  readonly value: T;
  readonly words: string;
  readonly origin: Origin;
}

/** The strictest of several, given as nearest first, and those nearer ones that are laxer. */
function pick<T>(said: readonly Said<T>[], isStricter: (a: T, b: T) => boolean) {
  const [first, ...rest] = said;
  const best = first && rest.reduce((held, one) => (isStricter(one.value, held.value) ? one : held), first);
  const relaxed = said.flatMap((one, at): Relaxation[] =>
    best !== undefined && said.indexOf(best) > at && isStricter(best.value, one.value)
      ? [{ says: one.words, origin: one.origin, instead: best.words, by: best.origin }]
      : [],
  );
  return { best, relaxed };
}

/** @param order what may be said, the strictest first */
function strictest<Key extends 'inference' | 'absentEvidence'>(
  statements: readonly Statement[],
  key: Key,
  order: readonly NonNullable<PolicyText[Key]>[],
) {
  const said = statements.flatMap(({ policy, at }) => {
    const value = policy[key] as NonNullable<PolicyText[Key]> | undefined;
    return value === undefined ? [] : [{ value, words: `${key}: ${value}`, origin: at(key) }];
  });
  const { best, relaxed } = pick(said, (a, b) => order.indexOf(a) < order.indexOf(b));
  return { value: best?.value, relaxed };
}

const lower = (a: number, b: number) => a < b;

/** @param known severities that there are, where a policy that others build on says so: a new one would escape its limits */
function severitiesOf(statements: readonly Statement[], known: readonly string[] | undefined) {
  const all = [...new Set(statements.flatMap(({ policy }) => Object.keys(policy.severities ?? {})))];
  const isKnown = (severity: string) => known?.includes(severity) ?? true;
  const picked = all.filter(isKnown).map((severity) => {
    const said = statements.flatMap(({ policy, at }) => {
      const stated = policy.severities;
      if (stated === undefined || !Object.hasOwn(stated, severity)) return [];
      const { probability } = stated[severity]!;
      const origin = at('severities', severity);
      return [{ value: probability, words: `${severity}: ${probability}`, origin }];
    });
    return { severity, ...pick(said, lower) };
  });
  return {
    value: picked.map(
      ({ severity, best }): AllowedThreshold => ({ severity, probability: best!.value, origin: best!.origin }),
    ),
    relaxed: [
      ...picked.flatMap(({ relaxed }) => relaxed),
      ...invented(
        statements,
        all.filter((one) => !isKnown(one)),
        picked,
      ),
    ],
  };
}

/** Severities that a policy adds to those of the one that it builds on. */
function invented(
  statements: readonly Statement[],
  names: readonly string[],
  picked: readonly { readonly severity: string; readonly best: Said<number> | undefined }[],
): readonly Relaxation[] {
  const [first] = picked;
  if (first?.best === undefined) return [];
  const instead = `only ${picked.map(({ severity }) => severity).join(', ')}`;
  return statements.flatMap(({ policy, at }) =>
    names.flatMap((severity): Relaxation[] =>
      policy.severities !== undefined && Object.hasOwn(policy.severities, severity)
        ? [
            {
              says: `${severity}: ${policy.severities[severity]!.probability}`,
              origin: at('severities', severity),
              instead,
              by: first.best!.origin,
            },
          ]
        : [],
    ),
  );
}

function budgetOf(statements: readonly Statement[]) {
  const said = statements.flatMap(({ policy: { budget }, at }) =>
    budget === undefined
      ? []
      : [{ value: budget.probability, words: `budget: ${budget.probability}`, origin: at('budget') }],
  );
  const { best, relaxed } = pick(said, lower);
  const value: Budget | undefined = best && { probability: best.value, per: 'window', origin: best.origin };
  return { value, relaxed };
}
