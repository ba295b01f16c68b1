import { type CellState, coverageRows } from '../../rules/index.js';
import {
  type Block,
  badge,
  type Cell,
  cell,
  cellOf,
  details,
  faint,
  type Line,
  paragraph,
  soft,
  strong,
  table,
} from '../document.js';
import { elementLink, elementLinks, type View } from '../view.js';
import { together } from './together.js';

/** Elements that are named as arguing one question. */
const mostNamed = 8;

/** Can each subsystem, and each way of acting together, bring each outcome about? Argued, dismissed or open. */
export function coverage(view: View): readonly Block[] {
  const { case: of, coverage: found } = view;
  if (of.outcomes.length === 0) return [paragraph('Without outcomes there is nothing to cover.')];
  const outcomes = of.outcomes.map(({ id }) => id);
  const rows = coverageRows(found);
  const state = (states: readonly CellState[]) => states.map((one) => stateCell(view, one));
  const blocks: Block[] = [
    paragraph(summary([...rows.subsystems, ...rows.interactions].flatMap(({ states }) => states))),
  ];
  if (of.system.length === 0) blocks.push(paragraph('The case lists no subsystem.'));
  else {
    blocks.push(
      table(
        'Can the subsystem bring the outcome about by itself?',
        ['Subsystem', ...outcomes],
        rows.subsystems,
        ({ what, states }) => {
          const { kind, text } = view.index.subsystem(what) ?? {};
          return {
            cells: [
              cellOf([[strong(what), ` (${kind})`], ...(text === undefined ? [] : [[faint(text)]])]),
              ...state(states),
            ],
          };
        },
      ),
    );
  }
  blocks.push(
    table(
      'Can subsystems bring it about together?',
      ['Kind of interaction', ...outcomes],
      rows.interactions,
      ({ what, states }) => ({ cells: [cell(strong(what)), ...state(states)] }),
    ),
    ...together(view),
    ...fmea(view),
  );
  return blocks;
}

function summary(states: readonly CellState[]): string {
  const count = (kind: CellState['kind']) => states.filter((state) => state.kind === kind).length;
  const holes = count('hole');
  const open = holes === 0 ? 'none is open' : holes === 1 ? '1 is open' : `${holes} are open`;
  return `${states.length} questions: ${count('argued')} argued, ${count('dismissed')} dismissed with a reason, ${open}.`;
}

function stateCell(view: View, state: CellState): Cell {
  if (state.kind === 'hole') return { lines: [[badge('bad', 'hole'), ' neither argued nor dismissed']], tone: 'bad' };
  if (state.kind === 'argued') {
    const rest = state.by.length - mostNamed;
    const more = rest > 0 ? [` and ${rest} more`] : [];
    return cell('Argued by ', ...elementLinks(view, state.by.slice(0, mostNamed)), ...more);
  }
  const lines: Line[] = state.because.map((because) => [`Dismissed: ${because}`]);
  return cellOf(lines.length === 0 ? [['Dismissed ', badge('open', 'no reason')]] : lines);
}

function fmea(view: View): Block[] {
  const rows = view.case.fmea;
  if (rows.length === 0) return [soft('No failure mode and effects analysis is part of the case.')];
  const columns = ['Subsystem', 'How it fails', 'Why', 'What follows', 'Outcome', 'How it is noticed', 'Argued by'];
  const shown = table(
    'Failure modes and effects',
    columns,
    rows,
    ({ subsystem, mode, cause, effect, outcome, detection, arguedBy }) => ({
      cells: [
        cell(subsystem),
        cell(mode),
        cell(cause ?? '–'),
        cell(effect ?? '–'),
        cell(outcome ?? '–'),
        cell(detection ?? '–'),
        cell(arguedBy === undefined ? '–' : elementLink(view, arguedBy)),
      ],
    }),
  );
  return [details(`Failure modes and effects that were gone through (${rows.length})`, shown)];
}
