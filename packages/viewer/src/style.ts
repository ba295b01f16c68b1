/**
 * The look of the viewer, in the colours of the diagram. What stood in the place of the viewer is what is printed, and
 * what is seen without scripts.
 */
export const viewerStyle = `
@media screen {
  .surety-viewed > :not(.surety-viewer) { display: none; }
  .surety-viewed { overflow: visible !important; max-height: none !important; }
}
@media print { .surety-viewer { display: none; } }
.surety-viewer {
  position: relative; color: var(--ink); background: var(--page); font-size: .875rem; line-height: 1.4; text-align: start;
  .v-controls { display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: .5rem; border-bottom: 1px solid var(--track); background: var(--surface); border-radius: 7px 7px 0 0; }
  .v-controls > div { display: flex; align-items: center; gap: .25rem; }
  .v-search { flex: 1 1 15rem; }
  :is(input, select, button) { box-sizing: border-box; margin: 0; min-height: 2rem; padding: .125rem .5rem; font: inherit; color: var(--ink); background: var(--page); border: 1px solid var(--line); border-radius: 5px; }
  & input { flex: 1 1 6rem; min-width: 6rem; max-width: 18rem; }
  & input::placeholder { color: var(--soft); opacity: 1; }
  & button { min-width: 2rem; cursor: pointer; white-space: nowrap; }
  & button:hover:enabled { border-color: var(--accent); color: var(--accent); }
  & button:disabled { color: var(--pale); border-color: var(--track); cursor: default; }
  :is(input, select, button, .v-port, .v-about a):focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
  .v-count { min-width: 5em; color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
  .v-port { position: relative; overflow: clip; height: clamp(20rem, 72vh, 60rem); cursor: grab; touch-action: none; user-select: none; -webkit-user-select: none; }
  .v-port.v-dragged { cursor: grabbing; }
  .v-sheet { position: absolute; left: 0; top: 0; transform-origin: 0 0; will-change: transform; }
  .v-sheet > * { position: absolute; left: 0; top: 0; overflow: hidden; }
  .v-about { display: flex; gap: .75rem; align-items: baseline; padding: .375rem .625rem; border-top: 1px solid var(--track); background: var(--surface); border-radius: 0 0 7px 7px; min-height: 1.4em; }
  .v-about p { margin: 0; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .v-about a { flex: none; color: var(--accent); }
  .v-heard { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  [role=treeitem] { cursor: pointer; outline: none; }
  [role=treeitem]:hover > .body { stroke: var(--accent); }
  [role=treeitem][tabindex="0"] > .body { stroke: var(--accent); stroke-width: 2.5; }
  [role=treeitem]:focus-visible > .body { stroke: var(--accent); stroke-width: 5; }
  .v-found > .body { fill: var(--open-ground); }
  .v-match > .body { stroke: var(--open); stroke-width: 4; }
  .v-other { opacity: .35; }
  .v-holds, .v-holds [role=treeitem] { cursor: grabbing; }
  .v-legal > .body { stroke: var(--good); stroke-width: 3; }
  .v-illegal:not(.v-moved) { opacity: .45; }
  .v-over > .body { stroke-width: 5; }
  .v-moved > .body { stroke: var(--accent); stroke-dasharray: 6 4; }
  .v-toggle :is(circle, rect) { fill: var(--surface); stroke: var(--line); stroke-width: 1.25; }
  .v-toggle path { fill: none; stroke: var(--ink); stroke-width: 1.5; }
  .v-toggle .v-touch { fill: transparent; stroke: none; }
  .v-toggle:hover :is(circle, rect):not(.v-touch) { stroke: var(--accent); stroke-width: 2; }
  .v-folded rect { fill: var(--plain-ground); }
  @media (max-width: 30rem) { .v-levels button { display: none; } .v-count:empty { display: none; } .v-controls { gap: .375rem .75rem; } }
  @media (forced-colors: active) { [role=treeitem]:focus-visible { outline: 3px solid CanvasText; } }
}
`;

let sheet: CSSStyleSheet | undefined;

/** Gives the page the style, once; a constructed sheet needs no leave from a content policy. */
export function adoptStyle(): void {
  if (sheet !== undefined) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(viewerStyle);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
