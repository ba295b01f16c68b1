/** Colours, page and text. Pairs of text and ground have a contrast of at least 4.5 in both themes. */
export const pageStyle = `
:root { color-scheme: light dark; --page: #f5f6f8; --card: #ffffff; --ink: #1a1f26; --soft: #545d69; --line: #d3d9e1; --strong-line: #8b95a3;
 --link: #0a52a0; --good: #11623a; --good-ground: #e2f3e8; --bad: #9d1717; --bad-ground: #fce9e8; --open: #744800; --open-ground: #fdf1d5;
 --plain: #3f4a58; --plain-ground: #e9edf2; --beyond: #9d171714; }
@media (prefers-color-scheme: dark) { :root { --page: #0f1317; --card: #171c22; --ink: #e7eaee; --soft: #a5afbb; --line: #323a44; --strong-line: #77828f;
 --link: #8dbdff; --good: #7ed8a3; --good-ground: #10301f; --bad: #ff9f98; --bad-ground: #3c1719; --open: #f3c266; --open-ground: #38290b;
 --plain: #c3ccd7; --plain-ground: #262e37; --beyond: #ff9f981f; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 90rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 2rem); }
header { padding-top: .9rem; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .25rem 2rem; }
header > div { flex: 1 1 26rem; min-width: 0; } header .banner { flex-basis: 100%; }
.switch { border: 1px solid var(--strong-line); border-radius: 8px; margin: 0; padding: 0 .25rem .2rem; display: flex; flex-wrap: wrap; font-size: .9375rem; background: var(--card); }
.switch[hidden] { display: none; }
.switch legend { font-size: .8125rem; color: var(--soft); padding: 0 .35rem; margin-left: .25rem; }
.switch label { padding: .2rem .6rem; border-radius: 6px; cursor: pointer; }
.switch label:has(:checked) { background: var(--plain-ground); font-weight: 600; }
.switch label:has(:focus-visible) { outline: 3px solid var(--link); }
.switch input { margin: 0 .25rem 0 0; accent-color: var(--link); }
footer { padding-top: 2rem; padding-bottom: 2rem; color: var(--soft); font-size: .875rem; }
h1 { font-size: clamp(1.25rem, 1.1rem + .7vw, 1.5rem); line-height: 1.2; margin: .1rem 0 .2rem; text-wrap: balance; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .75rem; }
h3 { font-size: 1.0625rem; line-height: 1.35; margin: 1.75rem 0 .5rem; }
h3 .soft { font-weight: 400; }
section { padding: 1.75rem 0; border-top: 1px solid var(--line); }
section:first-child { border-top: 0; padding-top: .25rem; }
p { margin: .5rem 0; }
section > p, .lines, details > p { max-width: 80ch; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
main[tabindex]:focus-visible { outline: none; }
code { font: .875em/1.45 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
pre.verbatim { margin: .25rem 0 .75rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); max-width: 80ch; white-space: pre-wrap; }
.date { white-space: nowrap; }
.soft, .about { color: var(--soft); }
.about { font-size: .875rem; margin: 0; display: flex; flex-wrap: wrap; gap: .125rem 1rem; }
.skip { position: absolute; left: -100vw; top: 0; background: var(--card); padding: .5rem 1rem; }
.skip:focus { left: 0; }
.banner, .warning { border-left: 4px solid var(--open); background: var(--open-ground); color: var(--ink); padding: .5rem .75rem; border-radius: 0 4px 4px 0; }
.banner { font-weight: 600; }
.badge { display: inline-block; padding: 0 .4em; border: 1px solid currentColor; border-radius: 4px; font-size: .8125rem; line-height: 1.45; font-weight: 600; overflow-wrap: normal; }
.badge.good { color: var(--good); background: var(--good-ground); }
.badge.bad { color: var(--bad); background: var(--bad-ground); }
.badge.open { color: var(--open); background: var(--open-ground); }
.badge.plain { color: var(--plain); background: var(--plain-ground); }
.label { font-size: .8125rem; font-weight: 700; color: var(--soft); margin: .75rem 0 .25rem; }
.lines > li { margin: .35rem 0; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem 2rem; margin: .75rem 0; }
.facts dt { font-size: .8125rem; color: var(--soft); }
.facts dd { margin: 0; }
main { counter-reset: section; }
main > section:not(:first-of-type) > h2::before { counter-increment: section; content: counter(section) "\\2002"; color: var(--soft); }
[data-depth=short] .deep, [hidden] { display: none; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
.beside > div { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .25rem 1rem .75rem; min-width: 0; }
#in-short > h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
#in-short { padding: 0 0 .5rem; }
#in-short > .facts { margin: .4rem 0 .5rem; gap: .25rem 2rem; }
#in-short > .facts > div:first-child { flex: 1 1 60%; }
#in-short > .facts > div:first-child dd { font-size: 1.1875rem; line-height: 1.3; }
#in-short > .soft { font-size: .8125rem; line-height: 1.4; max-width: none; margin: .4rem 0 0; }
summary { cursor: pointer; }
.more > summary { color: var(--link); padding: .25rem 0; }
nav { font-size: .9375rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); padding: .25rem 1rem 1rem; margin-bottom: 2rem; }
nav ol { list-style: none; margin: 0; padding: 0; columns: 17rem auto; column-gap: 1.5rem; counter-reset: entry; }
nav li { counter-increment: entry; } nav li::before { content: counter(entry) "\\2002"; color: var(--soft); font-variant-numeric: tabular-nums; }
nav li { break-inside: avoid; padding: .2rem 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
@media screen and (max-width: 30rem) {
 header { padding-top: .75rem; } .facts { gap: .3rem; flex-direction: column; }
 .facts > div:not(:first-child) { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); column-gap: .5rem; } .facts dd { grid-column: 2; } .facts dt { line-height: 1.75; }
}
@media screen and (min-width: 75rem) {
 #in-short > .facts { display: grid; grid-template-columns: auto auto auto minmax(13rem, 1fr); justify-content: start; }
 #in-short > .facts > div:first-child { grid-column: 1 / 4; }
 #in-short > .facts > div:nth-child(2) { grid-column: 4; grid-row: 1 / 3; font-size: .875rem; line-height: 1.4; }
 main { display: grid; grid-template-columns: 13.5rem minmax(0, 1fr); column-gap: 2.5rem; }
 main > section { grid-column: 2; } main > #in-short { grid-column: 1 / -1; }
 nav { grid-column: 1; grid-row: 2 / span 30; align-self: start; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; font-size: .875rem; margin: 1.75rem 0 0; }
 nav ol { columns: auto; }
}
`;
