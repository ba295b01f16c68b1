/** Tables, which become a list of cards on a narrow screen, and the outline of the argument. */
export const tableStyle = `
.scroll { overflow-x: auto; margin: .75rem 0 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; overflow-wrap: break-word; }
table code { overflow-wrap: anywhere; }
table .long { display: inline-block; min-width: 20ch; }
caption { text-align: left; font-weight: 600; padding: .5rem .75rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem; border-top: 1px solid var(--line); min-width: 5rem; }
thead th { font-size: .8125rem; color: var(--soft); vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 400; min-width: 9rem; max-width: 24rem; }
th p, td p { margin: 0 0 .2rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number { white-space: nowrap; }
.cell-bad { background: var(--bad-ground); }
.share { display: block; width: 7rem; max-width: 100%; height: 8px; margin-top: .3rem; }
.stretch { display: block; width: 100%; min-width: 12rem; height: 14px; margin: .3rem 0 .1rem; }
.stretch .track { fill: var(--plain-ground); } .stretch .fill { fill: var(--link); } .stretch .now { stroke: var(--ink); stroke-width: 2; } .stretch .threshold { stroke: var(--bad); stroke-width: 2; }
.share .track { fill: var(--plain-ground); } .share .fill { fill: var(--link); }
tr:target, li:target > details > summary, li.leaf:target { background: var(--open-ground); }
@media screen and (max-width: 47.5rem) {
 table, caption, tbody, tr, th, td { display: block; width: 100%; max-width: none; }
 thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
 tr { border-top: 2px solid var(--line); padding: .4rem 0; }
 tbody th, td { border: 0; padding: .2rem .75rem; }
 td { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .5rem; }
 td::before { content: attr(data-label); color: var(--soft); font-size: .8125rem; overflow-wrap: normal; }
 table { overflow-wrap: anywhere; }
 td.number { text-align: left; white-space: normal; }
}
.outline, .outline ul { list-style: none; margin: 0; padding: 0; }
.outline { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .5rem .75rem; font-size: .9375rem; }
.outline details > ul { margin-left: .45rem; padding-left: clamp(.4rem, 1.2vw, 1rem); border-left: 1px solid var(--line); }
.outline summary, .outline .leaf { padding: .2rem .25rem; border-radius: 4px; }
.outline .leaf { padding-left: 1.35rem; }
.outline summary { padding-left: 1.35rem; text-indent: -1.1rem; }
.outline summary > * { text-indent: 0; }
.outline summary::marker { color: var(--soft); }
.outline .about { display: block; font-size: .875rem; color: var(--soft); background: var(--page); border-radius: 4px; padding: .35rem .6rem; margin: .1rem 0 .35rem 1.35rem; border-left: 0; }
.outline .about li { margin: .15rem 0; }
.outline > li { content-visibility: auto; contain-intrinsic-size: auto 12rem; }
.outline .name { font-weight: 700; }
.outline a.name { font-weight: 400; }
.outline .type { color: var(--soft); font-size: .8125rem; }
.outline .doubt { font-size: .8125rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.outline .says { display: block; }
`;
