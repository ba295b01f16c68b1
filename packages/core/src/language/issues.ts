import type * as z from 'zod';
import { nearest, type Path } from '../case/index.js';
import type { Schema } from './schema-words.js';
import type { Plain } from './tree.js';

/** What zod says of data, made ready for those who tell it (`explain`) and those who work around it (`salvage`). */
export type Issue = z.core.$ZodIssue;

/** Zod puts a discriminator that does not fit at the key; here it is about the map, as the key may not be there. */
export function pathOf(issue: Issue): (string | number)[] {
  const path = issue.path as (string | number)[];
  const about = issue.code === 'invalid_union' ? issue.discriminator : undefined;
  return about !== undefined && path.at(-1) === about ? path.slice(0, -1) : path;
}

/** A mistyped key is one slip, though the key that was meant is missing as well. */
export function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
  const unknown = new Map(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? [[issue.path.join('\n'), issue.keys] as const] : [],
    ),
  );
  if (unknown.size === 0) return issues;
  return issues.filter((issue) => {
    const code = issue.code === 'custom' ? issue.params?.code : undefined;
    if (code === 'one-of-keys') return !unknown.has(issue.path.join('\n'));
    if (issue.code === 'custom' && code !== 'missing-key') return true;
    const keys = unknown.get(issue.path.slice(0, -1).join('\n')) ?? [];
    return !keys.some((key) => nearest(key, [String(issue.path.at(-1))]) !== undefined);
  });
}

/** Of several schemas the one that the value fits best, and what it still does not keep to. */
export function closest(options: readonly Schema[], data: unknown) {
  const tries = options.map((option) => ({ option, issues: issuesOf(option, data) }));
  return tries.reduce((a, b) => (weight(b.issues) < weight(a.issues) ? b : a));
}

function issuesOf(schema: Schema, data: unknown): readonly Issue[] {
  const result = (schema as z.ZodType).safeParse(data);
  return result.success ? [] : result.error.issues;
}

function weight(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

export function dataAt(data: Plain, path: Path): Plain | undefined {
  let at: unknown = data;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at as Plain | undefined;
}
