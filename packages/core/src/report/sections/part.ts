import type { OutcomeAssessment } from '../../doubt/index.js';
import type { Block } from '../document.js';
import { shorten } from '../words.js';

/** The part of a section that is about one outcome. */
export function partFor({ id, text }: OutcomeAssessment, section: string, blocks: readonly Block[]): Block {
  return {
    kind: 'part',
    anchor: `${section}-${id}`,
    title: [id, { kind: 'soft', text: `: ${shorten(text, 120)}` }],
    blocks,
  };
}
