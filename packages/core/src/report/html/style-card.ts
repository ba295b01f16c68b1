/** The overall line, the cards of the outcomes, and their drawings. */
export const cardStyle = `
.overall { font-size: 1rem; line-height: 1.4; max-width: none; margin: .4rem 0; padding: .4rem .9rem; border: 1px solid; border-left-width: 6px; border-radius: 6px; }
.overall strong { font-size: 1.1875rem; }
.overall.good { color: var(--good); background: var(--good-ground); }
.overall.bad { color: var(--bad); background: var(--bad-ground); }
.overall.open { color: var(--open); background: var(--open-ground); }
.overall.plain { color: var(--plain); background: var(--plain-ground); }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr)); gap: .75rem; margin: .5rem 0; }
.card { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--plain); border-radius: 8px; padding: .4rem .75rem .5rem; min-width: 0; max-width: 46rem; }
.card.good { border-top-color: var(--good); } .card.bad { border-top-color: var(--bad); } .card.open { border-top-color: var(--open); }
.card h3 { margin: 0; font-size: 1.0625rem; display: inline; }
.card h3::first-letter { text-transform: uppercase; }
.card ul { margin: 0; padding-left: 1rem; font-size: .875rem; line-height: 1.3; }
.card li { margin: .15rem 0; }
.card a { color: inherit; text-decoration-color: var(--strong-line); } .card a:hover { color: var(--link); }
.card .label { margin: .35rem 0 .1rem; } .label .note { font-weight: 400; }
.severity { font-size: .8125rem; font-weight: 400; color: var(--soft); }
.outcome { margin: .1rem 0; font-size: .9375rem; line-height: 1.35; }
.card .says { margin: .3rem 0; font-size: .9375rem; line-height: 1.35; }
.card .says strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.verdict { display: flex; align-items: center; gap: .4rem; margin: 0; font-weight: 700; font-size: 1.0625rem; color: var(--plain); float: right; }
.verdict.good { color: var(--good); } .verdict.bad { color: var(--bad); } .verdict.open { color: var(--open); }
.symbol { flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.plot { margin: .3rem 0; max-width: 52rem; }
.plot .hill path { fill: var(--ink); opacity: .3; }
.plot svg { display: block; overflow: visible; }
.plot figcaption { font-size: .75rem; color: var(--soft); }
.plot text { fill: var(--ink); font-size: 12px; }
.plot .label { paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; font-weight: 400; }
.plot .range { fill: var(--soft); }
.plot .axis { fill: var(--soft); font-variant-numeric: tabular-nums; }
.plot .limit { fill: var(--bad); font-weight: 700; }
.plot .threshold { stroke: var(--bad); stroke-width: 2; }
.plot .beyond { fill: var(--beyond); }
.plot .tick { stroke: var(--strong-line); }
.plot .lane { stroke: var(--line); }
.plot .band { stroke: var(--ink); stroke-width: 7; opacity: .3; }
.plot .interval { stroke: var(--ink); stroke-width: 3; }
.plot .mark { fill: var(--card); stroke: var(--ink); stroke-width: 2; }
.plot .mark.declared { fill: var(--ink); }
`;
