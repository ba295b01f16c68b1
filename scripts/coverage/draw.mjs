/** Draws coverage against the truth: an SVG that follows the reader's choice of light or dark. */

const width = 640;
const top = 320;
const legendRow = 18;
const plot = { left: 64, right: 624, top: 56, bottom: 264 };
/** Told apart by dashes as well as by colour. */
const dashes = ['none', '6 3', '2 3', '8 3 2 3', '1 2'];
const style = `.page{fill:#ffffff}text{font:13px system-ui,sans-serif;fill:#1a1f26}.soft{fill:#4f5864}
.grid{stroke:#d9dee5}.nominal{stroke:#9d1717;stroke-width:1.5}.line{fill:none;stroke-width:1.6}
.c0{stroke:#0a52a0}.c1{stroke:#a35f00}.c2{stroke:#0b7a4e}.c3{stroke:#8e3f77}.c4{stroke:#4f5864}
@media (prefers-color-scheme:dark){.page{fill:#14181d}text{fill:#e8ecf1}.soft{fill:#aab4c0}.grid{stroke:#343c46}
.nominal{stroke:#ff8b84}.c0{stroke:#7db8ff}.c1{stroke:#f2b34b}.c2{stroke:#57d0a0}.c3{stroke:#e2a4cf}.c4{stroke:#aab4c0}}`;

export function draw(entry, lines) {
  const nominal = 1 - entry.alpha;
  const lowest = Math.min(nominal, ...lines.flatMap(({ points }) => points.map(({ coverage }) => coverage)));
  const floor = Math.max(0, Math.floor((lowest - 0.005) * 20) / 20);
  const y = (coverage) => plot.bottom - ((coverage - floor) / (1 - floor)) * (plot.bottom - plot.top);
  const scale = entry.logarithmic ? Math.log10 : (value) => value;
  const shown = entry.truths.filter((truth) => !entry.logarithmic || truth > 0);
  const [first, last] = [scale(shown[0]), scale(shown.at(-1))];
  const x = (truth) => plot.left + ((scale(truth) - first) / (last - first)) * (plot.right - plot.left);
  const legend = legendOf(lines);
  const height = top + (legend.rows - 1) * legendRow;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(`${entry.title}: coverage by ${entry.axis}`)}">`,
    `<style>${style}</style><rect class="page" width="${width}" height="${height}"/>`,
    text(plot.left, 20, entry.title, 'font-weight="600"'),
    text(plot.left, 38, entry.rigorous ? 'never below nominal' : 'about nominal, not a guarantee', 'class="soft"'),
  ];
  for (const value of ticks(floor, 1, 5)) {
    parts.push(`<path class="grid" d="M${plot.left} ${px(y(value))}H${plot.right}"/>`);
    parts.push(text(plot.left - 8, y(value) + 4, `${round(value * 100)} %`, 'text-anchor="end"'));
  }
  for (const value of entry.logarithmic ? decades(shown[0], shown.at(-1)) : ticks(shown[0], shown.at(-1), 6)) {
    parts.push(text(x(value), plot.bottom + 18, `${round(value)}`, 'text-anchor="middle"'));
  }
  parts.push(text(plot.right, plot.bottom + 18 + 16, entry.axis, 'class="soft" text-anchor="end"'));
  parts.push(`<path class="nominal" d="M${plot.left} ${px(y(nominal))}H${plot.right}"/>`);
  lines.forEach(({ label, points }, at) => {
    const drawn = points.filter(({ truth }) => !entry.logarithmic || truth > 0);
    const path = drawn
      .map(({ truth, coverage }, i) => `${i === 0 ? 'M' : 'L'}${px(x(truth))} ${px(y(coverage))}`)
      .join('');
    const stroke = `class="line c${at % 5}" stroke-dasharray="${dashes[at % dashes.length]}"`;
    parts.push(`<path ${stroke} d="${path}"/>`);
    const { x: left, y: low } = legend.places[at];
    parts.push(`<path ${stroke} d="M${left} ${low - 4}h24"/>`, text(left + 30, low, label, ''));
  });
  return `${parts.join('\n')}\n</svg>\n`;
}

/** Where each label stands: in as many rows as their widths ask for. */
function legendOf(lines) {
  const places = [];
  let [x, row] = [plot.left, 0];
  for (const { label } of lines) {
    const width = 44 + label.length * 7;
    if (x > plot.left && x + width > plot.right) [x, row] = [plot.left, row + 1];
    places.push({ x, y: 312 + row * legendRow });
    x += width;
  }
  return { places, rows: row + 1 };
}

function ticks(low, high, about) {
  const raw = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= raw * 0.999);
  const found = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) found.push(i * step);
  return found;
}

function decades(low, high) {
  const found = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); 10 ** power <= high * (1 + 1e-9); power++)
    found.push(10 ** power);
  return found;
}

function text(x, y, words, more) {
  return `<text x="${px(x)}" y="${px(y)}" ${more}>${escaped(words)}</text>`;
}

function px(value) {
  return String(Math.round(value * 10) / 10);
}

function round(value) {
  return Number(value.toPrecision(4));
}

function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
