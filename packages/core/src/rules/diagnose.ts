import {
  type Case,
  type Diagnostic,
  type Gaps,
  type IsoDate,
  lookup,
  type Measures,
  type Position,
  type Ranges,
  type SourceRange,
  type StepNumber,
  type Waiver,
} from '../case/index.js';
import type { Catalogue } from '../catalogue/index.js';
import { check } from './check.js';
import { oneForAllInstances } from './one-for-all-instances.js';
import { isFatal, type RuleCode, stepOfGroup } from './registry.js';
import type { RuleFinding, Within } from './rule.js';
import { stepOfElements } from './step-of-elements.js';
import { withoutEchoes } from './under-gaps.js';
import { holds, isFor } from './waiving.js';

export interface DiagnoseOptions {
  readonly asOf: IsoDate;
  readonly measures?: Measures;
  /** The catalogue that the case picks from; the built-in one where absent. */
  readonly catalogue?: Catalogue;
  /** What could not be read of the case's text: findings that only say that it is missing are left out. */
  readonly gaps?: Gaps;
  /** Rules whose findings are no errors are left out. */
  readonly errorsOnly?: boolean;
}

/**
 * The findings of all rules with their places, by file and then by place. A finding that a waiver covers on the day
 * `asOf` carries it in `waived`; it is never left out. What several instances of a pattern have in common is one finding.
 */
export function diagnose(of: Case, ranges: Ranges, options: DiagnoseOptions): readonly Diagnostic<RuleCode>[] {
  const { gaps, errorsOnly = false, ...rest } = options;
  const index = lookup(of);
  const found = check({ case: of, lookup: index, ...rest }, errorsOnly);
  const stepOf = stepOfElements(index);
  const told = (gaps === undefined ? found : withoutEchoes(found, gaps)).map((finding) => {
    const waiver = waiverOf(finding, of.waivers, options.asOf);
    return toDiagnostic(finding, ranges, waiver, finding.step ?? stepOf(finding.element) ?? stepOfGroup(finding.code));
  });
  // Sorting is stable: at one place they stay in the order of the registry.
  return [...oneForAllInstances(of, told)].sort((a, b) => inText(a.range, b.range));
}

function toDiagnostic(
  finding: RuleFinding<RuleCode>,
  ranges: Ranges,
  waiver: Waiver | undefined,
  step: StepNumber | undefined,
): Diagnostic<RuleCode> {
  const { code, severity, message, element, hint, at, atKey, within, related, draft } = finding;
  const range = atKey ? ranges.key(at) : ranges.value(at);
  const plain = draft === undefined && related === undefined && within === undefined && waiver === undefined;
  // Most findings have these keys: putting them together key by key takes longer, and there can be thousands.
  if (plain && step !== undefined && element !== undefined && hint !== undefined)
    return { code, severity, step, message, element, hint, range };
  const told: Told = { code, severity };
  if (step !== undefined) told.step = step;
  told.message = message;
  if (element !== undefined) told.element = element;
  if (hint !== undefined) told.hint = hint;
  told.range = within === undefined ? range : narrowed(range, within);
  if (draft !== undefined) told.draft = draft.map((one) => ({ ...one, range: ranges.value(one.at) }));
  if (related !== undefined)
    told.related = related.map((one) => ({ message: one.message, range: ranges.value(one.at) }));
  if (waiver !== undefined) told.waived = waived(waiver);
  return told as Diagnostic<RuleCode>;
}

/** A diagnostic as it is put together. */
type Told = { -readonly [Key in keyof Diagnostic<RuleCode>]?: Diagnostic<RuleCode>[Key] };

/** The first waiver that covers the finding on the day. Nobody can waive that an argument has no meaning. */
function waiverOf(finding: RuleFinding<RuleCode>, waivers: readonly Waiver[], asOf: IsoDate): Waiver | undefined {
  if (waivers.length === 0 || isFatal(finding.code)) return undefined;
  return waivers.find((waiver) => holds(waiver, asOf) && isFor(waiver, finding));
}

function waived({ because, by, until }: Waiver): NonNullable<Diagnostic['waived']> {
  return {
    ...(because === undefined ? {} : { because }),
    ...(by === undefined ? {} : { by }),
    until: until as IsoDate,
  };
}

/** The part of a range, where the range holds exactly the text: not where that is quoted, escaped or folded. */
function narrowed(range: SourceRange, { from, to, text }: Within): SourceRange {
  const { file, start, end } = range;
  if (start.line !== end.line || end.offset - start.offset !== text.length) return range;
  const move = (by: number): Position => ({ offset: start.offset + by, line: start.line, column: start.column + by });
  return { file, start: move(from), end: move(to) };
}

function inText(a: SourceRange, b: SourceRange): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start.offset - b.start.offset || a.end.offset - b.end.offset;
}
