import type { Audience, Block, Document } from './document.js';

/** The report for one kind of reader: its sections in their order, as deep as that reader goes. */
export function readAs(document: Document, audience: Audience): Document {
  const reading = document.readings.find((one) => one.audience === audience);
  if (reading === undefined) return document;
  const sections = reading.sections.flatMap(({ anchor, depth }) => {
    const section = document.sections.find((one) => one.anchor === anchor);
    if (section === undefined) return [];
    return [depth === 'full' ? section : { ...section, blocks: section.blocks.flatMap(shallow) }];
  });
  return { ...document, sections, readings: [reading] };
}

function shallow(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'deep':
      return [];
    case 'part':
    case 'details':
      return [{ ...block, blocks: block.blocks.flatMap(shallow) }];
    case 'beside':
      return [{ ...block, parts: block.parts.map((part) => ({ ...part, blocks: part.blocks.flatMap(shallow) })) }];
    default:
      return [block];
  }
}
