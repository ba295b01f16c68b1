import * as z from 'zod';
import { flag, words } from './parts.js';

const because = 'Why it is not for every reader; a redacted report says so.';

/** Marks what a redacted report withholds. */
export const confidentialText = z
  .union([z.literal(true), words(because)])
  .describe('A redacted report withholds it: true, or why.');

/** The same of an element, which may take in what it rests on. */
export const confidentialElementText = z
  .union([
    z.literal(true),
    words(because),
    z.strictObject({
      because: words(because).optional(),
      subtree: flag('Whether everything that it rests on is withheld too.').optional(),
    }),
  ])
  .describe('A redacted report withholds it: true, or why, or `{ because, subtree: true }` for all that it rests on.');

export type ConfidentialText = z.infer<typeof confidentialElementText>;
