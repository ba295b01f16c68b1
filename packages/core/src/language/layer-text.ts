import type { Source } from './source.js';
import type { TextNode } from './tree.js';

/** The text that a diagram shows of any value: scalars as they are written, lists with commas, maps as `key: value`. */
export function layerText({ text }: Source, node: TextNode): string {
  const shown = (value: TextNode): string => {
    if (value.kind === 'list') return value.items.map(shown).join(', ');
    if (value.kind === 'map') return value.entries.map((entry) => `${entry.key}: ${shown(entry.value)}`).join('; ');
    if (typeof value.value === 'string') return value.value;
    // A version 1.10 is not the number 1.1; what an alias shows is not written here.
    return value.plain && value.value !== null ? text.slice(value.start, value.end) : String(value.value ?? '');
  };
  return shown(node);
}
