export { check } from './check.js';
export {
  type CellState,
  type Coverage,
  type CoverageRow,
  coverage,
  coverageRows,
  type InteractionCell,
  type SubsystemCell,
} from './coverage.js';
export { type DiagnoseOptions, diagnose } from './diagnose.js';
export type { Example, FailingExample, RuleManual } from './example.js';
export { manualOf } from './manual.js';
export { rulesMarkdown } from './markdown.js';
export { isFatal, type RuleCode, ruleGroups, ruleOf, rules } from './registry.js';
export type { CheckInput, Rule, RuleFinding, RuleGroup } from './rule.js';
