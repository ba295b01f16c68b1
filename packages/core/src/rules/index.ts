export { check } from './check.js';
export {
  type CellState,
  type Coverage,
  type CoverageRow,
  coverage,
  coverageRows,
  type InteractionCell,
  interactionKinds,
  type SubsystemCell,
} from './coverage.js';
export { type DiagnoseOptions, diagnose } from './diagnose.js';
export type { Example, ExamplePair, FailingExample } from './example.js';
export { examplesOf } from './examples.js';
export { rulesMarkdown } from './markdown.js';
export { isFatal, type RuleCode, ruleGroups, ruleOf, rules } from './registry.js';
export type { CheckInput, Rule, RuleFinding, RuleGroup } from './rule.js';
