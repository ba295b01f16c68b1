import { fromYaml } from './from-yaml.js';
import { quickTree } from './quick-tree.js';
import type { Source } from './source.js';
import type { TextNode } from './tree.js';

/** The tree of a text, the quick way where that can; what is wrong with its YAML is reported. */
export function treeOf(source: Source): TextNode | undefined {
  const quick = quickTree(source.text);
  return quick.tree ?? fromYaml(source, quick.at);
}
