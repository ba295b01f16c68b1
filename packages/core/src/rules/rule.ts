import type {
  Case,
  CaseLookup,
  Draft,
  Finding,
  IsoDate,
  Measures,
  Origin,
  Severity,
  StepNumber,
} from '../case/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { Facts } from './facts.js';

/** What a case is checked against. Without `measures`, what the sources say is not judged. */
export interface CheckInput {
  readonly case: Case;
  readonly lookup: CaseLookup;
  readonly asOf: IsoDate;
  readonly measures?: Measures;
  /** The catalogue that the case picks from; the built-in one where absent. */
  readonly catalogue?: Catalogue;
}

/** What a rule may look at. */
export interface RuleContext extends CheckInput {
  /** Derived once and shared by all rules. */
  readonly facts: Facts;
  /** What the rules before this one found, in the order of the registry. */
  readonly found: readonly Finding[];
  /** Every code of the registry. */
  readonly codes: readonly string[];
}

/** What a rule found; the code and the severity are the rule's. */
export interface Found {
  readonly message: string;
  readonly at: Origin;
  readonly atKey?: boolean;
  readonly hint?: string;
  /** What could be written to mend it. */
  readonly draft?: readonly Draft[];
  /** Which of the six steps it is about, where the rule does not say. */
  readonly step?: StepNumber;
  /** The element that it is about; a waiver names it. */
  readonly element?: string;
  readonly related?: readonly { readonly message: string; readonly at: Origin }[];
  /** The part of the text at `at` that it is about (UTF-16 offsets into `text`, the end excluded). */
  readonly within?: Within;
}

export interface Within {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A finding of a rule: one of the case's, with the part of the text where it is about a part only. */
export type RuleFinding<Code extends string = string> = Finding<Code> & { readonly within?: Within };

interface RuleFacts<Code extends string> {
  readonly code: Code;
  /** The one of the six steps that all its findings are about, where there is one. */
  readonly step?: StepNumber;
  /** The fault in a few words. */
  readonly title: string;
  readonly severity: Severity;
  /** The argument has no meaning while this stands: nothing is computed. */
  readonly fatal?: true;
}

export interface RuleText<Code extends string> extends RuleFacts<Code> {
  readonly check: (context: RuleContext) => readonly Found[];
}

export interface Rule<Code extends string = string> extends RuleFacts<Code> {
  readonly check: (context: RuleContext) => readonly RuleFinding<Code>[];
}

/** Rules about one concept, in the order in which the manual lists them. */
export interface RuleGroup<Code extends string = string> {
  readonly title: string;
  /** The one of the six steps that a finding belongs to where neither its rule nor its element says. */
  readonly step?: StepNumber;
  readonly rules: readonly Rule<Code>[];
}

function isMore({ draft, step, related, within }: Found): boolean {
  return draft !== undefined || step !== undefined || related !== undefined || within !== undefined;
}

/** Makes a rule: its findings carry its code and its severity. */
export function rule<const Code extends string>(text: RuleText<Code>): Rule<Code> {
  const { code, severity, step } = text;
  const withOwn = (found: Found): RuleFinding<Code> => {
    const { message, at, atKey, element, hint } = found;
    // Most findings have these keys: copying whatever there is takes ten times as long, and there can be thousands.
    if (element === undefined || hint === undefined || isMore(found)) {
      return step === undefined ? { ...found, code, severity } : { ...found, code, severity, step };
    }
    if (step === undefined) return { code, severity, message, at, atKey: atKey === true, element, hint };
    return { code, severity, step, message, at, atKey: atKey === true, element, hint };
  };
  return { ...text, check: (context) => text.check(context).map(withOwn) };
}
