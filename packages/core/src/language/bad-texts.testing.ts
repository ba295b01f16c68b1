import { badMeaning } from './bad-meaning.testing.js';
import { badPatterns } from './bad-patterns.testing.js';
import type { BadText } from './bad-text.testing.js';
import { badValues } from './bad-values.testing.js';
import { badYaml } from './bad-yaml.testing.js';

/** Each text stands in a case whose other file says what the case is. */
export const badTexts: readonly BadText[] = [...badYaml, ...badValues, ...badMeaning, ...badPatterns];
