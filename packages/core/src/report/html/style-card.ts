/** The overall line, the cards of the outcomes, and their drawings. */
export const cardStyle = `
.overall { font-size: 1.125rem; line-height: 1.45; font-weight: 600; max-width: none; margin: 1rem 0; padding: .75rem 1rem; border: 1px solid; border-left-width: 6px; border-radius: 6px; }
.overall.good { color: var(--good); background: var(--good-ground); }
.overall.bad { color: var(--bad); background: var(--bad-ground); }
.overall.open { color: var(--open); background: var(--open-ground); }
.overall.plain { color: var(--plain); background: var(--plain-ground); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr)); gap: 1rem; margin: 1rem 0; align-items: start; }
.card { background: var(--card); border: 1px solid var(--line); border-top: 4px solid var(--plain); border-radius: 8px; padding: .75rem 1rem 1rem; min-width: 0; max-width: 46rem; }
.card.good { border-top-color: var(--good); } .card.bad { border-top-color: var(--bad); } .card.open { border-top-color: var(--open); }
.card h3 { margin: .25rem 0; font-size: 1.1875rem; }
.card ul { margin: 0; padding-left: 1.1rem; font-size: .9375rem; }
.card li { margin: .25rem 0; }
.severity { font-size: .8125rem; font-weight: 400; color: var(--soft); }
.outcome, .statement { margin: .25rem 0; }
.verdict { display: flex; align-items: center; gap: .5rem; margin: 0; font-weight: 700; font-size: 1.0625rem; color: var(--plain); }
.verdict.good { color: var(--good); } .verdict.bad { color: var(--bad); } .verdict.open { color: var(--open); }
.symbol { flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.against { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125rem .625rem; margin: .75rem 0 .5rem; }
.against strong { font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.against span { flex: 1 1 12rem; font-size: .9375rem; color: var(--soft); }
.plot { margin: .5rem 0; }
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
