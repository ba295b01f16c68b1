import type { OutcomeAssessment } from '../../doubt/index.js';
import {
  type Block,
  badge,
  type Cell,
  cell,
  cellOf,
  type Fact,
  type Line,
  numeric,
  paragraph,
  table,
} from '../document.js';
import { link } from '../line.js';
import { formatChance } from '../numbers.js';
import { signOffWords } from '../points/roles.js';
import { anchorOf, elementLink, type View } from '../view.js';
import { listed } from '../words.js';
import { verdictOf } from './verdict-of.js';

/**
 * Who decides what, on which verdict, when: the question and its options, the thresholds with who approved them, the
 * people whose word was asked for and given, and what somebody chose to let stand.
 */
export function decisionRecord(view: View): readonly Block[] {
  const { decision, outcomes } = view.case;
  const assessed = view.assessment.outcomes;
  return [
    ...(decision === undefined
      ? [paragraph('The case does not say which decision it serves.')]
      : [{ kind: 'facts', facts: about(view) } as const]),
    ...(outcomes.length === 0 ? [] : [verdicts(view, assessed)]),
    words(view),
    ...letStand(view),
  ];
}

function about({ case: { decision, owner, contentHash, status }, assessment: { asOf } }: View): Fact[] {
  const { question, kind, options = [], window } = decision ?? {};
  const made: (Fact | undefined)[] = [
    { term: 'Question', lines: [[question ?? 'not stated']] },
    kind === undefined ? undefined : { term: 'Kind', lines: [[kind === 'train' ? 'train further' : kind]] },
    { term: 'Options', lines: [[listed(options) || 'none is stated']] },
    window === undefined ? undefined : { term: 'For the window', lines: [[`${window.from} to ${window.to}`]] },
    { term: 'On the case', lines: [[`status ${status}, ${owner === undefined ? 'no owner' : `owner ${owner}`}`]] },
    { term: 'As of', lines: [[asOf], [{ kind: 'code', text: `sha256:${contentHash.slice(0, 16)}…` }]] },
  ];
  return made.filter((fact) => fact !== undefined);
}

function verdicts(view: View, assessed: readonly OutcomeAssessment[]): Block {
  const { severities } = view.case.policy;
  return table(
    'The verdicts, and who decided how much risk is acceptable',
    ['Outcome', 'Verdict', numeric('Threshold'), 'Decided by', ...(severities === undefined ? [] : ['Policy allows'])],
    assessed,
    (one) => {
      const { id } = one;
      const outcome = view.index.outcome(id);
      const { threshold, severity } = outcome ?? {};
      const allowed = severities?.find((one) => one.severity === severity);
      const { tone, word } = verdictOf(one);
      return {
        cells: [
          cell(link(anchorOf.outcome(id), id)),
          cell(badge(tone, word)),
          threshold === undefined ? cell(badge('bad', 'none')) : cell(chance(view, threshold.probability)),
          approvalCell(view, threshold),
          ...(severities === undefined
            ? []
            : [cell(allowed === undefined ? badge('bad', 'nothing') : chance(view, allowed.probability))]),
        ],
      };
    },
  );
}

function chance({ numbers }: View, probability: number): string {
  return numbers ? formatChance(probability, 3) : 'stated';
}

type Threshold = View['case']['outcomes'][number]['threshold'];

function approvalCell(view: View, threshold: Threshold): Cell {
  const approved = threshold?.approved;
  if (threshold === undefined || approved === undefined) return cell(badge('open', 'nobody who is named'));
  const lines: Line[] = [[`${approved.by}, ${approved.date ?? 'no date'}`]];
  const was = approved.probability;
  if (was !== undefined && was !== threshold.probability) {
    const raised = threshold.probability > was;
    lines.push([
      badge(raised ? 'bad' : 'open', raised ? 'raised since' : 'lowered since'),
      ` approved ${chance(view, was)}`,
    ]);
  }
  return cellOf(lines);
}

/** Whose word was asked for, and whose was given. */
function words({ signOffs: { required, given } }: View): Block {
  if (required.length === 0 && given.length === 0)
    return paragraph('Nobody’s sign-off is required, and none was given.');
  const asked = required.map(({ role, outcome, state, by }) => ({
    role,
    about: outcome ?? 'the whole case',
    state: badge(...signOffWords[state]),
    who: by.map(({ signOff }) => `${signOff.who}${signOff.date === undefined ? '' : `, ${signOff.date}`}`),
  }));
  const roles = new Set(required.map(({ role }) => role));
  const more = given
    .filter(({ signOff }) => !roles.has(signOff.role))
    .map(({ signOff, state }) => ({
      role: signOff.role,
      about: signOff.element ?? 'the whole case',
      state: state === 'current' ? badge('good', 'signed') : badge('bad', 'signed an earlier content'),
      who: [`${signOff.who}${signOff.date === undefined ? '' : `, ${signOff.date}`}`],
    }));
  return table('Who answers for it', ['Role', 'For', 'State', 'Who, and when'], [...asked, ...more], (row) => ({
    cells: [cell(row.role), cell(row.about), cell(row.state), cell(listed([...new Set(row.who)]) || 'nobody yet')],
  }));
}

/** Findings that were waived and challenges that were accepted: somebody chose to let them stand. */
function letStand(view: View): Block[] {
  const waivers = view.case.waivers.map(({ rule, at, by, until, because }) => ({
    what: [`The finding ${rule}`, ...(at === undefined ? [] : [' at ', elementLink(view, at)])] as Line,
    by: by ?? 'nobody who is named',
    until: until ?? 'no date',
    because: because ?? 'no reason is given',
  }));
  const accepted = view.case.elements.flatMap((element) =>
    element.challenge?.status === 'accepted'
      ? [
          {
            what: ['The challenge ', elementLink(view, element.id)] as Line,
            by: '–',
            until: '–',
            because: element.text,
          },
        ]
      : [],
  );
  const rows = [...waivers, ...accepted];
  if (rows.length === 0) return [paragraph('No finding is waived and no challenge accepted.')];
  return [
    table('What was decided to stand', ['What', 'By', 'Until', 'Because'], rows, (row) => ({
      cells: [cellOf([row.what]), cell(row.by), cell(row.until), cell(row.because)],
    })),
  ];
}
