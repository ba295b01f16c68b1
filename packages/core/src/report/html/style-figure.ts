/** Drawings of the argument, and other pictures. */
export const figureStyle = `
.drawing { margin: 1rem 0; }
.drawing .picture { overflow: auto; border: 1px solid var(--line); border-radius: 8px; }
.drawing svg { display: block; }
@media print { .drawing svg { max-width: 100%; height: auto; } }
.diagram { margin: 1rem 0; border-radius: 8px; } @media screen { .diagram.surety-viewed { border: 1px solid var(--line); } }
.diagram figure { margin: 1rem 0; }
.diagram .picture { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: 8px; }
.diagram .picture > svg { display: block; width: max(100%, 75rem); height: auto; }
.diagram figcaption { font-size: .875rem; color: var(--soft); }
.diagram a:target > .body { stroke: var(--accent); stroke-width: 4; }
`;
