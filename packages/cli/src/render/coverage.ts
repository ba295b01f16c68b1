import type { CellState, CoverageRow } from '@surety/core/rules';
import type { Style } from './style.js';
import { table } from './table.js';
import { cleaned, counted, shorten, wrap } from './text.js';

interface Shown {
  readonly outcomes: readonly string[];
  readonly rows: { readonly subsystems: readonly CoverageRow[]; readonly interactions: readonly CoverageRow[] };
  readonly counts: Readonly<Record<CellState['kind'], number>>;
}

interface View {
  readonly style: Style;
  readonly width: number;
}

/** Columns that a cell has at the least, however many outcomes there are. */
const narrowest = 9;

/** Two aligned tables, and below them why what is dismissed needs no argument. */
export function renderCoverage(shown: Shown, view: View): string {
  const { outcomes, rows, counts } = cleaned(shown);
  const { style, width } = view;
  const all = [...rows.subsystems, ...rows.interactions];
  const first = Math.max('kind of interaction'.length, ...all.map(({ what }) => what.length));
  const room = Math.max(narrowest, Math.floor((width - first) / outcomes.length) - 2);
  const titles = (what: string) => [what, ...outcomes.map((id) => shorten(id, room))].map((title) => ({ title }));
  const cells = (own: readonly CoverageRow[]) =>
    own.map(({ what, states }) => [what, ...states.map((state) => cellOf(state, room, style))]);
  const holes = counts.hole === 0 ? 'none is open' : style.red(`${counts.hole} open`);
  return [
    style.bold('Can the subsystem bring the outcome about by itself?'),
    ...(rows.subsystems.length === 0
      ? ['  The case lists no subsystem.']
      : table(titles('subsystem'), cells(rows.subsystems), '', style.dim)),
    '',
    style.bold('Can subsystems bring it about together?'),
    ...table(titles('kind of interaction'), cells(rows.interactions), '', style.dim),
    ...reasons(all, outcomes, view),
    '',
    wrap(
      `${counted(counts.argued + counts.dismissed + counts.hole, 'question')}: ${counts.argued} argued, ${counts.dismissed} dismissed, ${holes}.`,
      width,
    ),
  ].join('\n');
}

function cellOf(state: CellState, room: number, style: Style): string {
  if (state.kind === 'hole') return style.red('HOLE');
  if (state.kind === 'dismissed') return style.dim('dismissed');
  const more = state.by.length > 1 ? ` +${state.by.length - 1}` : '';
  return style.green(`${shorten(state.by[0] ?? '', room - more.length)}${more}`);
}

function reasons(rows: readonly CoverageRow[], outcomes: readonly string[], { style, width }: View): string[] {
  // One reason may dismiss a subsystem for several outcomes: it is told once.
  const lines = rows.flatMap(({ what, states }) => {
    const told = new Map<string, string[]>();
    states.forEach((state, at) => {
      if (state.kind !== 'dismissed') return;
      const because = state.because.join('; ') || 'no reason is given';
      told.set(because, [...(told.get(because) ?? []), outcomes[at] ?? '']);
    });
    return [...told].map(([because, ids]) => wrap(`${what}: ${because} (${ids.join(', ')})`, width, '  - ', '    '));
  });
  return lines.length === 0 ? [] : ['', style.bold('Dismissed because'), ...lines];
}
