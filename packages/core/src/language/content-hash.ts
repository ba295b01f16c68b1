import { canonicalDigest, type TextDigest } from '../canonical/index.js';
import type { Merged } from './merge.js';
import type { Naming } from './modules.js';
import { entryOf } from './tree.js';
import type { ValidFile } from './valid-file.js';

/**
 * SHA-256 (hex) of the merged plain data in canonical JSON (RFC 8785), without `review`: comments, layout, the order
 * of keys (but for the first element of a pattern) and the split into files do not change it, everything that is said does.
 */
export function contentHash(
  named: readonly { readonly file: ValidFile; readonly naming: Naming }[],
  merged: Merged,
  digest?: TextDigest,
): string {
  const { review: _, ...single } = merged.data;
  const all: Record<string, unknown> = { ...single };
  // Of what each of them says the stricter holds, so that no one of them is the policy.
  if (merged.policyBases.length > 0) all.policyBases = merged.policyBases.map(({ data }) => data.policy ?? {});
  const modules: unknown[] = [];
  let tops: Readonly<Record<string, string>> = {};
  for (const { file, naming } of named) {
    for (const [name, data] of Object.entries(file.data)) {
      if (name === 'module') modules.push(data);
      else if (name in merged.data) continue;
      else if (Array.isArray(data)) all[name] = [...((all[name] as unknown[] | undefined) ?? []), ...data];
      else {
        const elements = name === 'argument' || name === 'assumptions';
        const into = (all[name] ?? {}) as Record<string, unknown>;
        const from = data as Readonly<Record<string, unknown>>;
        Object.keys(from).forEach((id) => {
          into[elements ? naming.own(id) : id] = from[id];
        });
        if (name === 'patterns') tops = { ...tops, ...topsOf(file) };
        all[name] = into;
      }
    }
  }
  if (modules.length > 0) all.module = modules;
  if (Object.keys(tops).length > 0) all.topsOfPatterns = tops;
  return canonicalDigest(all, digest);
}

/** The first element of each pattern: here alone the order of keys says something. */
function topsOf({ sections }: ValidFile): Readonly<Record<string, string>> {
  const node = sections.find(({ name }) => name === 'patterns')?.node;
  if (node?.kind !== 'map') return {};
  const tops = node.entries.flatMap(({ key, value }) => {
    const argument = value.kind === 'map' ? entryOf(value, 'argument')?.value : undefined;
    const top = argument?.kind === 'map' ? argument.entries[0] : undefined;
    return top === undefined ? [] : [[key, top.key]];
  });
  return Object.fromEntries(tops);
}
