/** On paper: black on white, nothing folded, nothing cut; drawings lie across the page. */
export const printStyle = `
@media print {
 :root { color-scheme: light; --page: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --strong-line: #777777; --link: #000000;
  --good: #11623a; --good-ground: #ffffff; --bad: #9d1717; --bad-ground: #ffffff; --open: #744800; --open-ground: #ffffff; --plain: #333333; --plain-ground: #ffffff; --beyond: #9d171714; }
 html { font-size: 8.5pt; } .lines, section > p { max-width: none; } .overall { border-left-width: 6px; } nav, .skip, .switch { display: none; } a { text-decoration: none; }
 header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
 details::details-content { content-visibility: visible; display: block; }
 h2, h3, caption, .label { break-after: avoid; } tr, .card, .plot, .beside, .facts > div, .lines > li, li.leaf { break-inside: avoid; } section { padding: .75rem 0; }
 th, td { min-width: 0; padding: .3rem .45rem; } tbody th { min-width: 30%; } td.number { white-space: normal; } table .long { min-width: 0; }
 .share .fill, .stretch .fill { fill: #8b95a3; }
 thead { display: table-header-group; } thead, caption, tbody tr:first-child { break-inside: avoid; break-before: avoid; break-after: avoid; } tbody tr:first-child { break-after: auto; }
 #in-short { break-after: page; } .plot text { font-size: 10px; } .scroll { overflow: visible; border: 0; border-radius: 0; }
 .cards { grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); } .card { max-width: none; }
 #diagram { page: drawing; } .diagram { margin: 0; border: 0; } .diagram figure { break-inside: avoid; margin: 0; } .diagram .picture { overflow: visible; max-height: none; border: 0; }
 .diagram .picture > svg { width: 100%; max-height: 150mm; }
 @page { size: A4; margin: 16mm 14mm; }
 @page drawing { size: A4 landscape; margin: 12mm; }
}
`;
