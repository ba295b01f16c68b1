import type { Expression, ExpressionProblem } from './ast.js';
import { expressionFunction } from './functions.js';
import { namesIn } from './names-in.js';
import { complementOf, occurrenceForm } from './occurrence.js';
import {
  divideUnits,
  isProbability,
  multiplyUnits,
  oneOfUnit,
  plainUnit,
  sameUnit,
  type Unit,
  unitText,
} from './unit.js';

/** The unit of a name: `any` fits everywhere (say it of what is in error already), so one fault is reported once. */
export type UnitEnvironment = (name: string) => Unit | 'any';

/** A unit, or a mismatch with its place. */
export type UnitFound = { readonly unit: Unit | 'any' } | { readonly problem: ExpressionProblem };

/**
 * The unit of an expression (semantics, section 5). Numbers are plain and multiply with anything; products and quotients
 * cancel; `+`, `-`, `min`, `max` and comparisons need equal units, where 0 is a 0 of any unit, and `min`, `max` and
 * comparisons take a written number for a probability. `1 - p` keeps the unit of a probability p; `1 - (1 - p)^n` and
 * `atLeastOne(p, n)` with p per X and n = X per Y are a probability per Y; any other power, `exp`, `log`, `sqrt` and, unless
 * they say otherwise, the functions of statistics need plain numbers. Two probabilities per X multiply to a probability per X.
 */
export function unitOf(of: Expression, env: UnitEnvironment): UnitFound {
  switch (of.kind) {
    case 'number':
    case 'boolean':
      return { unit: plainUnit };
    case 'text':
      return fault('a number is needed, and this is a text', of);
    case 'name':
      return { unit: env(of.name) };
    case 'negate':
      return unitOf(of.operand, env);
    case 'call':
      return unitOfCall(of, env);
    case 'compare': {
      const found = oneUnit([of.left, of.right], of, env, true);
      return 'problem' in found ? found : { unit: plainUnit };
    }
    case 'arithmetic':
      return unitOfArithmetic(of, env);
  }
}

function unitOfCall(of: Expression & { kind: 'call' }, env: UnitEnvironment): UnitFound {
  const rule = expressionFunction(of.name)?.unit ?? 'plain';
  if (rule === 'plain') return allPlain(of.arguments, `\`${of.name}\``, env);
  if (rule === 'same') return oneUnit(of.arguments, of, env, true);
  if (rule === 'ratio') {
    const found = oneUnit(of.arguments, of, env, false);
    return 'problem' in found || found.unit === 'any' ? found : { unit: plainUnit };
  }
  const [p, n] = [of.arguments[rule.p]!, of.arguments[rule.n]!];
  const others = of.arguments.filter((each) => each !== p && each !== n);
  if (rule.kind === 'occurrence') {
    const problem = firstProblem(others, (other) => shareUnit(other, of.name, env));
    return problem ?? unitOfOccurrence(p, n, env);
  }
  return unitOfCopies(of, rule.k, p, n, env);
}

/** Of k of n things: k and n count the same, and p is the probability of each, per thing or not. */
function unitOfCopies(
  of: Expression & { kind: 'call' },
  kAt: number,
  p: Expression,
  n: Expression,
  env: UnitEnvironment,
): UnitFound {
  const k = of.arguments[kAt]!;
  const counted = unitOf(n, env);
  if ('problem' in counted) return counted;
  const known = counted.unit === 'any' || counted.unit.length === 0;
  if (!(isWrittenNumber(k) || (known && isWrittenNumber(n)))) {
    const same = oneUnit([k, n], of, env, false);
    if ('problem' in same) return same;
  }
  const problem = firstProblem(
    of.arguments.filter((each) => each !== k && each !== p && each !== n),
    (other) => allPlain([other], `\`${of.name}\``, env),
  );
  if (problem !== undefined) return problem;
  const each = shareUnit(p, of.name, env);
  if ('problem' in each || each.unit === 'any' || counted.unit === 'any') return each;
  const perThing = multiplyUnits(each.unit, counted.unit);
  return { unit: each.unit.length > 0 && (perThing.length === 0 || isProbability(perThing)) ? perThing : each.unit };
}

/** A plain number, or a probability per something. */
function shareUnit(of: Expression, taker: string, env: UnitEnvironment): UnitFound {
  const found = unitOf(of, env);
  if ('problem' in found || found.unit === 'any' || found.unit.length === 0 || isProbability(found.unit)) return found;
  return fault(`\`${taker}\` needs a probability here, and this is ${unitText(found.unit)}`, of);
}

function firstProblem(parts: readonly Expression[], of: (part: Expression) => UnitFound): UnitFound | undefined {
  return parts.map(of).find((found) => 'problem' in found);
}

function unitOfArithmetic(of: Expression & { kind: 'arithmetic' }, env: UnitEnvironment): UnitFound {
  const form = occurrenceForm(of);
  if (form !== undefined) return unitOfOccurrence(form.p, form.n, env);
  if (of.operator === '^') return allPlain([of.left, of.right], '`^`', env);
  if (of.operator === '+' || of.operator === '-') {
    const complemented = complementOf(of);
    if (complemented === undefined) return oneUnit([of.left, of.right], of, env, false);
    const found = unitOf(complemented, env);
    if ('problem' in found || found.unit === 'any' || found.unit.length === 0 || isProbability(found.unit))
      return found;
    return fault(`\`1 - x\` needs a probability or a plain number, and x is ${unitText(found.unit)}`, of);
  }
  const left = unitOf(of.left, env);
  if ('problem' in left) return left;
  const right = unitOf(of.right, env);
  if ('problem' in right) return right;
  if (left.unit === 'any' || right.unit === 'any') return { unit: 'any' };
  return { unit: (of.operator === '*' ? multiplyUnits : divideUnits)(left.unit, right.unit) };
}

/** The one unit of all the parts. `bounds`: a written number may stand for a probability. */
function oneUnit(parts: readonly Expression[], whole: Expression, env: UnitEnvironment, bounds: boolean): UnitFound {
  let common: Unit | undefined;
  let numbers = true;
  let unknown = false;
  for (const part of parts) {
    const found = unitOf(part, env);
    if ('problem' in found) return found;
    if (found.unit === 'any') unknown = true;
    else if (isWrittenNumber(part)) numbers &&= part.kind === 'number' && part.value === 0;
    else if (common === undefined) common = found.unit;
    else if (!sameUnit(common, found.unit)) return mismatch(common, found.unit, whole);
  }
  if (unknown) return { unit: common ?? 'any' };
  if (common === undefined || numbers || (bounds && isProbability(common))) return { unit: common ?? plainUnit };
  return common.length === 0 ? { unit: common } : mismatch(common, plainUnit, whole);
}

function mismatch(a: Unit, b: Unit, at: Expression): UnitFound {
  return fault(`the units differ: ${unitText(a)}, and ${unitText(b)}`, at);
}

/** A number made of written numbers only: it has no unit that could be wrong. */
function isWrittenNumber(of: Expression): boolean {
  return namesIn(of).length === 0;
}

function allPlain(parts: readonly Expression[], taker: string, env: UnitEnvironment): UnitFound {
  let unknown = false;
  for (const part of parts) {
    const found = unitOf(part, env);
    if ('problem' in found) return found;
    if (found.unit === 'any') unknown = true;
    else if (found.unit.length > 0)
      return fault(`${taker} needs plain numbers, and this is ${unitText(found.unit)}`, part);
  }
  return { unit: unknown ? 'any' : plainUnit };
}

/** Unit of at least one event in n uses, p being the probability per use. */
function unitOfOccurrence(p: Expression, n: Expression, env: UnitEnvironment): UnitFound {
  const perUse = unitOf(p, env);
  if ('problem' in perUse) return perUse;
  const uses = unitOf(n, env);
  if ('problem' in uses) return uses;
  if (perUse.unit === 'any' || uses.unit === 'any') return { unit: 'any' };
  if (perUse.unit.length === 0 && uses.unit.length === 0) return { unit: plainUnit };
  const counted = uses.unit.filter((each) => each.power > 0).map((each) => each.word);
  if (!isProbability(perUse.unit)) {
    const per = counted.length === 0 ? 'use' : counted.map(oneOfUnit).join('·');
    const { problem } = fault(`a probability per ${per} is needed here, and this is ${unitText(perUse.unit)}`, p);
    return { problem: counted.length === 1 ? { ...problem, needs: `probability per ${per}` } : problem };
  }
  const unit = multiplyUnits(perUse.unit, uses.unit);
  if (counted.length > 0 && (unit.length === 0 || isProbability(unit))) return { unit };
  const base = perUse.unit.filter((each) => each.power < 0).map((each) => each.word);
  return fault(`a number of ${base.join('·')} (per something) is needed here, and this is ${unitText(uses.unit)}`, n);
}

function fault(message: string, { from, to }: Expression): { readonly problem: ExpressionProblem } {
  return { problem: { message, from, to } };
}
