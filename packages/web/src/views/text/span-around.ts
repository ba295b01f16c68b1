import type { Span } from '../../compute/questions.js';

/** The innermost element whose text, with its key before it, has the offset. */
export function spanAround(spans: readonly Span[], path: string, offset: number): Span | undefined {
  let best: Span | undefined;
  for (const span of spans) {
    const { file, start, end } = span.range;
    // The key of an element stands on its line, before what it says.
    if (file !== path || start.offset - (start.column - 1) > offset || end.offset < offset) continue;
    if (best === undefined || start.offset >= best.range.start.offset) best = span;
  }
  return best;
}
