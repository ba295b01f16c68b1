import type { SignOff } from '../../case/index.js';
import {
  type Block,
  badge,
  type Cell,
  cell,
  cellOf,
  code,
  type Fact,
  type Line,
  paragraph,
  type Section,
  table,
} from '../document.js';
import { formatNumber } from '../numbers.js';
import { anchorOf, type View } from '../view.js';

/** Who signed what, and how the numbers can be had again. */
export function signOffs(view: View): Section {
  return {
    anchor: anchorOf.section('sign-offs'),
    title: 'Sign-offs, and how this was computed',
    blocks: [...signed(view), { kind: 'facts', facts: computed(view) }],
  };
}

function signed({ case: of }: View): Block[] {
  const { required, signoffs } = of.review;
  const roles = [...new Set([...required, ...signoffs.map(({ role }) => role)])];
  if (roles.length === 0) return [paragraph('No sign-off is required, and none was given.')];
  const current = `sha256:${of.contentHash}`;
  const rows = roles.flatMap((role): { role: string; signOff?: SignOff }[] => {
    const given = signoffs.filter((one) => one.role === role);
    return given.length === 0 ? [{ role }] : given.map((signOff) => ({ role, signOff }));
  });
  return [
    table('Sign-offs', ['Role', 'Signed by', 'State', 'Statement'], rows, ({ role, signOff }) => ({
      cells: [
        cell(`${role}${required.includes(role) ? '' : ' (not required)'}`),
        signOff === undefined
          ? cell('–')
          : cell([signOff.who, signOff.date].filter((part) => part !== undefined).join(', ')),
        stateCell(signOff, current),
        cell(signOff?.statement ?? '–'),
      ],
    })),
  ];
}

function stateCell(signOff: SignOff | undefined, current: string): Cell {
  if (signOff === undefined) return cell(badge('open', 'missing'));
  const lines: Line[] =
    signOff.of === current
      ? [[badge('good', 'of this content')]]
      : [[badge('bad', 'of another content')], [code(signOff.of)]];
  return cellOf(lines);
}

function computed({ case: of, assessment, version }: View): Fact[] {
  const { sampling, seed, asOf, quantified } = assessment;
  const trials =
    sampling === undefined
      ? 'nothing is uncertain, so nothing was sampled'
      : `${formatNumber(sampling.randomisations * sampling.points)}: ${sampling.randomisations} randomisations of ${formatNumber(sampling.points)} scrambled Sobol points over ${sampling.dimensions} uncertain ${sampling.dimensions === 1 ? 'input' : 'inputs'}`;
  return [
    {
      term: 'Case',
      lines: [[code(of.id), `, status ${of.status}${of.owner === undefined ? '' : `, owner ${of.owner}`}`]],
    },
    { term: 'Content hash', lines: [[code(`sha256:${assessment.case.contentHash}`)]] },
    { term: 'Assessed as of', lines: [[asOf]] },
    ...(quantified
      ? [
          { term: 'Trials', lines: [[trials]] },
          { term: 'Seed', lines: [[String(seed)]] },
        ]
      : []),
    { term: 'Policy', lines: [[policyWords(of.policy)]] },
    { term: 'Made by', lines: [[`Surety ${version}. The same text, evidence, date and seed give the same report.`]] },
  ];
}

function policyWords({ inference, absentEvidence }: View['case']['policy']): string {
  const steps =
    inference === 'required' ? 'inference steps must be assessed' : 'inference steps that nobody assessed are listed';
  const absent =
    absentEvidence === 'block'
      ? 'evidence that is not here blocks'
      : 'a locked result may stand in for evidence that is not here';
  return `${steps}; ${absent}`;
}
