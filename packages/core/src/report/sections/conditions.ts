import type { HorizonAxis } from '../../case/index.js';
import { type Condition, conditionsOf, type DatedCondition, type LimitCondition } from '../../steps/index.js';
import {
  type Block,
  badge,
  type Cell,
  cell,
  cellOf,
  code,
  deep,
  numeric,
  paragraph,
  type Span,
  table,
} from '../document.js';
import { formatNumber } from '../numbers.js';
import { conditionLine } from '../points/conditions.js';
import { elementLink, type View } from '../view.js';
import { indicatorLines } from './assumptions.js';

/** What would make the case untrue after the day of the assessment: by date, by growth, by what is seen. */
export function conditions(view: View): readonly Block[] {
  const all = conditionsOf(view.case, view.assessment.asOf);
  return [
    ...dates(view, all.filter(isDated)),
    ...limits(
      view,
      all.filter((one) => one.kind === 'limit'),
    ),
    ...indicators(view),
    deep(...waivers(view)),
  ];
}

function isDated(condition: Condition): condition is DatedCondition {
  return 'date' in condition;
}

function dates(view: View, rows: readonly DatedCondition[]): Block[] {
  const { window } = view.case.decision ?? {};
  const none = [
    ...(window === undefined ? [paragraph('The case states no deployment window.')] : []),
    ...(rows.some(({ kind }) => kind === 'evidence expires')
      ? []
      : [paragraph('No piece of evidence states when it expires.')]),
  ];
  if (rows.length === 0) return none;
  const mark = ({ past, insideWindow, kind }: DatedCondition): Span[] => {
    if (past && kind !== 'window begins') return [' ', badge('bad', 'past')];
    return insideWindow && kind === 'evidence expires' ? [' ', badge('open', 'before the window ends')] : [];
  };
  return [
    ...none,
    table(`By date, as of ${view.assessment.asOf}`, ['Date', 'What happens'], rows, (row) => ({
      cells: [cell(row.date), cell(...conditionLine(view, row), ...mark(row))],
    })),
  ];
}

function limits(view: View, rows: readonly LimitCondition[]): Block[] {
  if (rows.length === 0)
    return [paragraph('No claim states a limit of capability, instances, tasks or window up to which it holds.')];
  return [
    table('Claims that hold up to a limit', ['Claim', 'Holds up to', numeric('Now')], rows, (row) => {
      const element = view.index.element(row.element);
      return {
        cells: [
          cellOf([[elementLink(view, row.element)], [element?.text ?? '']]),
          cell(`${axisWords(element?.subsystem, row.axis)}: ${formatNumber(row.limit)}`),
          nowCell(row),
        ],
      };
    }),
  ];
}

function axisWords(subsystem: string | undefined, axis: HorizonAxis): string {
  if (axis === 'capability') return `capability of ${subsystem ?? 'an unnamed subsystem'}`;
  return { instances: 'instances', tasks: 'tasks in the window', window: 'days of the window' }[axis];
}

function nowCell({ now, past }: LimitCondition): Cell {
  if (now === undefined) return cell(badge('bad', 'not stated'));
  return cell(formatNumber(now), ...(past ? [' ', badge('bad', 'past the limit')] : []));
}

function indicators(view: View): Block[] {
  const rows = view.case.indicators;
  if (rows.length === 0) return [paragraph('No indicator is stated that would show a claim or an assumption to fail.')];
  return [
    table(
      'Indicators that are watched while the system runs',
      ['Indicator', 'What it tests', 'Source'],
      rows,
      (indicator) => ({
        cells: [
          cellOf(indicatorLines(indicator)),
          indicator.tests === undefined
            ? cell('–')
            : cellOf([[elementLink(view, indicator.tests)], [view.index.element(indicator.tests)?.text ?? '']]),
          indicator.source === undefined ? cell('–') : cell(code(indicator.source)),
        ],
      }),
    ),
  ];
}

function waivers(view: View): Block[] {
  const rows = view.case.waivers;
  if (rows.length === 0) return [];
  return [
    table(
      'Waivers: findings that are accepted for a while',
      ['Finding', 'At', 'Until', 'By', 'Because'],
      rows,
      ({ rule, at, until, by, because }) => ({
        cells: [
          cell(rule),
          at === undefined ? cell('everywhere') : cell(elementLink(view, at)),
          cell(until ?? 'no date'),
          cell(by ?? 'nobody who is named'),
          cell(because ?? 'no reason is given'),
        ],
      }),
    ),
  ];
}
