import type { BuildingBlock } from './block.js';
import { controlBlocks } from './blocks/control.js';
import { deferenceBlocks } from './blocks/deference.js';
import { inabilityBlocks } from './blocks/inability.js';
import { trustworthinessBlocks } from './blocks/trustworthiness.js';
import { type CategoryEntry, categories } from './categories.js';
import { collectiveReasons, collectiveStrategies } from './collective.js';
import { deploymentAssumptions } from './deployment-assumptions.js';
import type { Entry } from './entry.js';
import { type InteractionEntry, interactionKinds } from './interactions.js';
import { outcomeClasses } from './outcome-classes.js';
import { argumentTypes, claimTypes, evidenceTypes } from './vocabularies.js';

/** All that a writer picks from. The built-in one can be extended and overridden by a file of the user's own. */
export interface Catalogue {
  readonly categories: readonly CategoryEntry[];
  readonly blocks: readonly BuildingBlock[];
  readonly outcomeClasses: readonly Entry[];
  readonly deploymentAssumptions: readonly Entry[];
  readonly interactionKinds: readonly InteractionEntry[];
  readonly collectiveStrategies: readonly Entry[];
  readonly collectiveReasons: readonly Entry[];
  readonly claimTypes: readonly Entry[];
  readonly argumentTypes: readonly Entry[];
  readonly evidenceTypes: readonly Entry[];
}

export const builtInCatalogue: Catalogue = {
  categories,
  blocks: [...inabilityBlocks, ...controlBlocks, ...trustworthinessBlocks, ...deferenceBlocks],
  outcomeClasses,
  deploymentAssumptions,
  interactionKinds,
  collectiveStrategies,
  collectiveReasons,
  claimTypes,
  argumentTypes,
  evidenceTypes,
};

/** The plain lists of a catalogue by their keys. */
export const listNames = [
  'outcomeClasses',
  'deploymentAssumptions',
  'interactionKinds',
  'collectiveStrategies',
  'collectiveReasons',
  'claimTypes',
  'argumentTypes',
  'evidenceTypes',
] as const satisfies readonly (keyof Catalogue)[];

/** The block that a case names at `block:`; also by an alias. */
export function blockOf(catalogue: Catalogue, name: string): BuildingBlock | undefined {
  return catalogue.blocks.find(({ id, aliases }) => id === name || aliases?.includes(name));
}
