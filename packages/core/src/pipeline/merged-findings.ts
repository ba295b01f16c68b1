import type { Diagnostic } from '../case/index.js';

/** Findings of the text and of the rules, by file and then by place. */
export function mergedFindings(text: readonly Diagnostic[], rules: readonly Diagnostic[]): readonly Diagnostic[] {
  if (text.length === 0) return rules;
  return [...text, ...rules].sort((a, b) => {
    if (a.range.file !== b.range.file) return a.range.file < b.range.file ? -1 : 1;
    return a.range.start.offset - b.range.start.offset;
  });
}
