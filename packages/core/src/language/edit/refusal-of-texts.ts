import type { TextDocument } from '../document.js';
import { type Refusal, refuse } from './change.js';
import { textProblem } from './json.js';

/** Why texts cannot be changed together, with the first that cannot; nothing where they can. */
export function refusalOfTexts(documents: readonly TextDocument[]): Refusal | undefined {
  for (const document of documents) {
    const problem = textProblem(document);
    if (problem !== undefined) return refuse(`${document.file}: ${problem}`);
  }
  return undefined;
}
