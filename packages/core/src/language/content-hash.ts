import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Merged } from './merge.js';
import type { Naming } from './modules.js';
import type { ValidFile } from './validate.js';

/**
 * SHA-256 (hex) of the merged plain data in canonical JSON (RFC 8785), without `review`: comments, layout, the order
 * of keys and the split into files do not change it, everything that is said does.
 */
export function contentHash(
  named: readonly { readonly file: ValidFile; readonly naming: Naming }[],
  merged: Merged,
): string {
  const { review: _, ...single } = merged.data;
  const all: Record<string, unknown> = { ...single };
  const modules: unknown[] = [];
  for (const { file, naming } of named) {
    for (const [name, data] of Object.entries(file.data)) {
      if (name === 'module') modules.push(data);
      else if (name in merged.data) continue;
      else if (Array.isArray(data)) all[name] = [...((all[name] as unknown[] | undefined) ?? []), ...data];
      else {
        const elements = name === 'argument' || name === 'assumptions';
        const into = (all[name] ?? {}) as Record<string, unknown>;
        for (const [id, value] of Object.entries(data as object)) into[elements ? naming.own(id) : id] = value;
        all[name] = into;
      }
    }
  }
  if (modules.length > 0) all.module = modules;
  return bytesToHex(sha256(utf8ToBytes((canonicalize as unknown as (data: unknown) => string)(all))));
}
