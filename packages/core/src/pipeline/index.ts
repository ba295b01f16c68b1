/** From what was read to what it is worth, the one way that every front goes: text, findings, assessment. */
export { type Judged, type JudgeInput, judge } from './judge.js';
export { mergedFindings } from './merged-findings.js';
export { withChecks } from './with-checks.js';
