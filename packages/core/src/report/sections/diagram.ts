import { type Block, paragraph } from '../document.js';
import { type Drawing, viewerData } from '../drawings.js';
import type { View } from '../view.js';
import { counted } from '../words.js';

/** The arguments as pictures. */
export function diagram(view: View): readonly Block[] {
  const drawings = view.drawings();
  if (drawings.length === 0) return [];
  return [
    paragraph(
      'Goals are rectangles, strategies parallelograms, solutions circles; what they are stated in stands at their sides. A dashed line with an open head is a challenge, a dotted one leads to what answers it, or to what argues the confidence in a step; a bar shows a doubt from one in a million to 1, and a colour with its letter the category. Each element leads to what the report says of it.',
    ),
    {
      kind: 'figure',
      data: viewerData(view, view.linkTo),
      caption: 'The argument as a drawing',
      pictures: drawings.map((drawing) => ({
        anchor: drawing.anchor,
        caption: captionOf(drawing),
        svg: drawing.svg,
        places: [...drawing.places.values()],
      })),
    },
  ];
}

function captionOf({ outcome, isRiskCase, hidden }: Drawing): string {
  const what =
    outcome === undefined
      ? 'The whole argument'
      : isRiskCase
        ? `The other side: the argument that ${outcome} will occur`
        : `The argument that ${outcome} will not occur`;
  const rest = hidden === 0 ? '' : `; what stands below is left out here (${counted(hidden, 'element')})`;
  return `${what}${rest}.`;
}
