import { forEachCircle } from '../circles.js';
import type { Naming } from '../modules.js';
import { report, type Source } from '../source.js';
import { entryOf, type MapNode, type ScalarNode } from '../tree.js';
import type { ValidFile } from '../valid-file.js';
import { bind } from './bind.js';
import { newBudget } from './budget.js';
import { isMended } from './check-pattern.js';
import { decide } from './decide.js';
import type { Fault } from './fault.js';
import type { PatternText } from './pattern-text.js';
import type { Patterns } from './patterns.js';
import { parametersIn, textsIn } from './placeholders.js';
import { readPattern } from './read-pattern.js';
import { scopeOfFile } from './scope.js';

/** Reads the patterns of all files. What is wrong with them, whatever their values, is reported where it stands. */
export function readPatterns(named: readonly { readonly file: ValidFile; readonly naming: Naming }[]): Patterns {
  const all: PatternText[] = [];
  const byId = new Map<string, PatternText>();
  const unsound = new Set<string>();
  for (const { file, naming } of named) {
    const section = file.sections.find(({ name }) => name === 'patterns');
    if (section?.node.kind !== 'map') continue;
    for (const { key, value } of section.node.entries) {
      if (value.kind !== 'map') continue;
      const before = errorsIn(file.source);
      const pattern = readPattern(file, naming, key, value, [...section.path, key]);
      all.push(pattern);
      if (!byId.has(key)) byId.set(key, pattern);
      if (errorsIn(file.source) > before || isMended(file, key)) unsound.add(key);
    }
  }
  const uses = new Map(all.map((pattern) => [pattern, usesIn(pattern, byId)]));
  for (const [pattern, edges] of uses) for (const use of edges) if (!fits(pattern, use)) unsound.add(pattern.id);
  forEachCircle(uses, (circle, { source, at }) => {
    const names = circle.map(({ id }) => id);
    for (const name of names) unsound.add(name);
    report(source, 'pattern-cycle', at, `Patterns use each other in a circle: ${names.join(' → ')}.`);
  });
  return { all, byId, unsound, budget: newBudget(), said: new Set() };
}

function errorsIn({ diagnostics, remarks }: Source): number {
  return diagnostics.length - remarks;
}

/** A pattern that an element of a pattern uses. */
interface Use {
  readonly to: PatternText;
  readonly node: MapNode;
  readonly source: Source;
  readonly at: ScalarNode;
}

function usesIn({ pieces, file: { source } }: PatternText, byId: ReadonlyMap<string, PatternText>): readonly Use[] {
  return pieces.flatMap((piece): Use[] => {
    const node = entryOf(piece.node, 'uses')?.value;
    const at = node?.kind === 'map' ? entryOf(node, 'pattern')?.value : undefined;
    const to = at?.kind === 'scalar' ? byId.get(String(at.value)) : undefined;
    return node?.kind !== 'map' || at?.kind !== 'scalar' || to === undefined ? [] : [{ to, node, source, at }];
  });
}

/** What an element of a pattern gives to another pattern is held against that one before anything is made. */
function fits(pattern: PatternText, { to, node, source }: Use): boolean {
  const before = errorsIn(source);
  const fault: Fault = (code, at, message, details) => report(source, code, at, message, details);
  bind(to, node, scopeOfFile(pattern.naming), fault);
  const options = node.entries.filter(({ key }) => key === 'keep' || key === 'omit');
  const filled = options.flatMap(({ value }) => [...textsIn(value)]).some(({ text }) => parametersIn(text).length > 0);
  if (!filled) decide(to, node, fault);
  return errorsIn(source) === before;
}
