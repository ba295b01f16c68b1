import { badAnchors } from './bad-anchors.testing.js';
import { badFiles } from './bad-files.testing.js';
import { badInstances } from './bad-instances.testing.js';
import { badKeys } from './bad-keys.testing.js';
import { badMeaning } from './bad-meaning.testing.js';
import { badNumbers } from './bad-numbers.testing.js';
import { badOptions } from './bad-options.testing.js';
import { badPatterns } from './bad-patterns.testing.js';
import type { BadText } from './bad-text.testing.js';
import { badTypes } from './bad-types.testing.js';
import { badYaml } from './bad-yaml.testing.js';
import { cutTexts } from './cut-texts.testing.js';

/** Each text stands in a case whose other file says what the case is. */
export const badTexts: readonly BadText[] = [
  ...badYaml,
  ...cutTexts,
  ...badAnchors,
  ...badKeys,
  ...badTypes,
  ...badNumbers,
  ...badMeaning,
  ...badFiles,
  ...badPatterns,
  ...badInstances,
  ...badOptions,
];
