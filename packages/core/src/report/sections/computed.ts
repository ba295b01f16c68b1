import { type Block, code, type Fact } from '../document.js';
import { formatNumber } from '../numbers.js';
import type { View } from '../view.js';

/** How the numbers can be had again. */
export function computed(view: View): readonly Block[] {
  return [{ kind: 'facts', facts: factsOf(view) }];
}

function factsOf({ case: of, assessment, version }: View): Fact[] {
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
