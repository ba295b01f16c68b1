import { report } from '../source.js';
import type { PatternText } from './pattern-text.js';
import type { Patterns } from './patterns.js';
import type { Reach } from './reach.js';

/** Reports elements that one edge makes per parameter, and that are reached without it as well. False where there are any. */
export function checkConflicts(pattern: PatternText, { conflicts }: Reach, { said }: Patterns): boolean {
  for (const edge of conflicts) {
    if (said.has(edge)) continue;
    said.add(edge);
    const message = `\`${edge.to.value}\` of the pattern \`${pattern.id}\` is made \`${edge.multiplicity}\` by one edge, and reached without it by another.`;
    report(pattern.file.source, 'per-conflict', edge.to, message, {
      hint: 'Say `per` on every edge that leads to it.',
    });
  }
  return conflicts.length === 0;
}
