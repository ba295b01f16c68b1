import type { Anchor, Block, Document } from './document.js';

/** Every place of the document that a link can lead to. */
export function placesIn({ sections }: Document): ReadonlySet<Anchor> {
  return new Set(sections.flatMap(({ anchor, blocks }) => [anchor, ...blocks.flatMap(placesOf)]));
}

function placesOf(block: Block): readonly Anchor[] {
  switch (block.kind) {
    case 'part':
      return [block.anchor, ...block.blocks.flatMap(placesOf)];
    case 'deep':
    case 'details':
      return block.blocks.flatMap(placesOf);
    case 'beside':
      return block.parts.flatMap(({ blocks }) => blocks.flatMap(placesOf));
    case 'table':
      return block.rows.flatMap(({ anchor }) => anchor ?? []);
    case 'cards':
      return block.cards.map(({ anchor }) => anchor);
    case 'outline':
      return block.rows.flatMap(({ anchor }) => anchor ?? []);
    case 'figure':
      return block.pictures.flatMap(({ anchor, places }) => [anchor, ...places]);
    default:
      return [];
  }
}
