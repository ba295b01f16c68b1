import { fontFamily, fontFiles } from '../text/font.generated.js';
import { type Palette, themes } from './palette.js';
import { categoryNames } from './words.js';

export interface StyleOptions {
  /** `auto` (the default) follows the reader's setting. Paper is always light. */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** `embed` (the default) brings the font along, some 37 kB; `none` where the page around the diagram has it. */
  readonly font?: 'embed' | 'none';
}

/** The one style sheet of a diagram. Diagrams of one theme in one page may share it. */
export function diagramStyle({ theme = 'auto', font = 'embed' }: StyleOptions = {}): string {
  const root = `.surety.${theme}`;
  const coloured = (name: 'light' | 'dark', scheme: string): string =>
    `${root}{color-scheme:${scheme};${variables(themes[name])}}`;
  const colours = {
    light: coloured('light', 'light'),
    dark: coloured('dark', 'dark'),
    auto: `${coloured('light', 'light dark')}@media (prefers-color-scheme:dark){${coloured('dark', 'light dark')}}`,
  };
  const paper = `@media print{${root}{color-scheme:light;${variables({ ...themes.light, page: '#ffffff' })}}}`;
  return `${font === 'embed' ? fontFaces() : ''}${standInFaces}${colours[theme]}${paper}${rules}`;
}

/** The font of diagrams as CSS, for a page that holds several. */
export function fontFaces(): string {
  const face = (weight: number, file: string): string =>
    `@font-face{font-family:"${fontFamily}";font-weight:${weight};src:url(data:font/woff2;base64,${file}) format("woff2")}`;
  return face(400, fontFiles.regular) + face(600, fontFiles.semibold);
}

/**
 * Where the font is missing, common ones are drawn small enough to stay within the widths that were measured. Wider
 * ones are there for a bare Linux, which often has none but DejaVu.
 */
const standIns: readonly (readonly [fonts: readonly string[], percent: number])[] = [
  [['Arial', 'Liberation Sans', 'Helvetica', 'Roboto'], 86],
  [['Noto Sans', 'DejaVu Sans', 'Bitstream Vera Sans', 'Verdana'], 80],
];

const standInName = (at: number): string => `"Surety Stand-in ${at + 1}"`;

const standInFaces = standIns
  .map(([fonts, percent], at) => {
    const sources = fonts.map((font) => `local("${font}")`).join();
    return `@font-face{font-family:${standInName(at)};src:${sources};size-adjust:${percent}%}`;
  })
  .join('');

const families = [`"${fontFamily}"`, ...standIns.map((_, at) => standInName(at)), 'sans-serif'].join();

function variables({ categories, ...colours }: Palette): string {
  const plain = Object.entries(colours).map(([name, colour]) => `--${dashed(name)}:${colour}`);
  const bands = categoryNames.map((name) => {
    const { band, letter, ground } = categories[name];
    return `--${name}:${band};--${name}-letter:${letter};--${name}-ground:${ground}`;
  });
  return [...plain, ...bands].join(';');
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const changes = ['added', 'removed', 'moved', 'changed'] as const;
const tones = ['good', 'bad', 'open', 'plain'];
/** Later ones win: a change is said before anything else, and what is faint says nothing loudly. */
const outlines = {
  dialectic: 'open',
  point: 'accent',
  added: 'good',
  removed: 'bad',
  moved: 'accent',
  changed: 'open',
};

const rules = `
.surety{--ground:var(--surface);letter-spacing:normal;word-spacing:normal;text-transform:none;stroke-linejoin:round}
.surety text{font:400 14px ${families};font-kerning:none;font-variant-ligatures:none;font-feature-settings:"kern" 0,"liga" 0,"clig" 0;text-rendering:geometricPrecision;fill:var(--ink);white-space:nowrap}
.surety .name{font-weight:600}
.surety .small{font-size:12px}
.surety .soft{fill:var(--soft)}
.surety .mid{text-anchor:middle}
.surety .end{text-anchor:end}
.surety .rtl{direction:rtl;unicode-bidi:embed}
.surety .halo{paint-order:stroke;stroke:var(--page);stroke-width:4px}
.surety .page{fill:var(--page)}
.surety :is(.body,.tab,.hollow){fill:var(--surface);stroke:var(--line);stroke-width:1.25}
.surety .body{fill:var(--ground)}
.surety .quiet{--ground:var(--quiet)}
.surety .dialectic{--ground:var(--dialectic)}
.surety .dialectic>.body{stroke-dasharray:5 3.5}
.surety .defeated>text:not(.small){paint-order:stroke;stroke:var(--ground);stroke-width:4px}
.surety .defeated>.name.soft{stroke:var(--page)}
.surety .solid{fill:var(--ink);stroke:var(--page)}
.surety .accent{fill:var(--accent)}
.surety .rule{fill:none;stroke:var(--line)}
.surety .track,.surety .bar{fill:none;stroke:var(--track);stroke-width:3;stroke-linecap:round}
.surety .track-line{fill:none;stroke:var(--track)}
.surety .on{fill:none;stroke:var(--page);stroke-width:1.75;stroke-linecap:round}
.surety .cross{fill:none;stroke:var(--bad);stroke-width:2;stroke-linecap:round}
.surety .link{fill:none;stroke:var(--line);stroke-width:1.25}
.surety .head{fill:var(--line);stroke:var(--line)}
.surety .hollow-head{fill:var(--page);stroke:var(--line);stroke-width:1.25}
.surety .open-head{fill:none;stroke:var(--line);stroke-width:1.5;stroke-linecap:round}
.surety .dialectic>.link{stroke-dasharray:6 4}
.surety .answer{stroke-width:1;stroke-dasharray:3 3}
.surety .confidence{stroke-width:1.75;stroke-dasharray:.1 4;stroke-linecap:round}
${tones.map((tone) => `.surety text.${tone}{fill:var(--${tone})}.surety .bar.${tone}{stroke:var(--${tone})}.surety .ground-${tone}{fill:var(--${tone}-ground)}`).join('\n')}
${categoryNames
  .map(
    (name) =>
      `.surety .${name}{--ground:var(--${name}-ground)}.surety .${name}>.band{fill:var(--${name})}.surety .${name}>.letter{stroke:var(--${name}-letter)}`,
  )
  .join('\n')}
.surety .letter{fill:none;stroke-width:1.75;stroke-linecap:round}
${Object.entries(outlines)
  .map(([name, colour]) => `.surety .${name}{--line:var(--${colour})}`)
  .join('')}
.surety :is(.added,.removed,.moved,.changed)>:is(.body,.tab,.link){stroke-width:2}
.surety .removed>.link{stroke-width:1.25}
.surety .point>:is(.body,.tab,.link){stroke-width:2.5}
.surety .removed>:is(.body,.tab,.link){stroke-dasharray:6 4}
.surety .removed>text{text-decoration:line-through}
${changes.map((change) => `.surety .badge-${change}{fill:var(--${outlines[change]})}`).join('')}
.surety .faint{--ink:var(--pale);--soft:var(--pale);--line:var(--pale);--good:var(--pale);--bad:var(--pale);--open:var(--pale);--plain:var(--pale);--accent:var(--pale)}
.surety .faint{--ground:var(--page)}
.surety .faint>:is(.body,.tab){fill:var(--page);stroke-width:1;stroke-opacity:.6}
.surety .faint>.band,.surety .faint>[class^=ground]{fill:none}
.surety .faint>.letter{stroke:var(--pale)}
.surety .faint>.link{stroke-opacity:.6}
.surety a:hover>:is(.body,.solid){stroke:var(--accent)}
.surety a:focus{outline:none}
.surety a:focus-visible>:is(.body,.solid){stroke:var(--accent);stroke-width:4}
`;
