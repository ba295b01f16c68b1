/** Distances of a layout, in pixels. */
export const spacing = {
  /** Around the picture. */
  margin: 24,
  /** Between boxes that hang below one element. */
  siblings: 28,
  /** Between boxes of different subtrees. */
  subtrees: 44,
  /** Before the subtree of a challenge or of a confidence argument. */
  companions: 64,
  /** Between the trees of a forest. */
  trees: 72,
  /** Between an element and what stands at its side. */
  side: 40,
  /** More, where words stand at a link to the side. */
  sideWords: 28,
  /** From an element's side to the line that its contexts share. */
  sideBus: 14,
  /** Between boxes that are stacked. */
  stacked: 14,
  /** Between the two columns of a fan in rows; its line runs in the middle. */
  spine: 32,
  /** From a box down to the line that its children share. */
  stem: 18,
  /** From that line down to a child: room for an arrowhead, a ball and a claim point. */
  drop: 36,
  /** From that line down to the label of a link. */
  label: 14,
  /** A child that would stand less than this beside the middle of its parent stands right below it. */
  kink: 12,
  /** Between parallel lines. */
  lane: 10,
  /** Between a line and a box that it passes. */
  clearance: 8,
} as const;
