import type { BuildingBlock } from '../block.js';
import { reconstructed } from '../fact.js';

const memory = 'section 5 and figure 3, from memory';

export const deferenceBlocks: readonly BuildingBlock[] = [
  {
    id: 'credible-ai-advisors',
    short: 'advisors',
    title: 'Credible AI advisors',
    category: 'deference',
    idea: 'AI advisors that judge safety better than people do, and that are honest about it, assert that the risk is acceptable.',
    practicality: reconstructed(
      'needs research breakthroughs',
      memory,
      'Advisors must be better than people at judging safety, which none is today.',
    ),
    strength: reconstructed(
      'very strong',
      memory,
      'An honest and better judge is worth more than any evidence that people can weigh.',
    ),
    scalability: reconstructed('very scalable', memory, 'Advisors grow with the systems that they judge.'),
    needsResearch: reconstructed(true, memory),
    role: reconstructed('primary', 'fourth category of the paper'),
    parameters: [
      { name: 'advisors', text: 'Which subsystem gives the advice?', example: 'advisors', names: 'subsystem' },
    ],
    claim: 'Credible advisors assert that {system} does not cause {outcome}',
    strategy: 'Argument that {advisors} are competent, honest and independent of {system}',
    subclaims: [
      {
        key: 'asserted',
        text: '{advisors} assert that the risk of {outcome} lies below its threshold',
        provenance: 'reconstruction',
      },
      {
        key: 'competent',
        text: '{advisors} judge safety better than people do, by their track record of forecasts',
        provenance: 'reconstruction',
      },
      {
        key: 'honest',
        text: '{advisors} say what they believe',
        category: 'trustworthiness',
        about: 'advisors',
        provenance: 'reconstruction',
      },
      { key: 'independent', text: '{advisors} do not fail where {system} fails', provenance: 'reconstruction' },
    ],
    evidence: [
      'Paired scores of the advisors’ and of people’s forecasts: a measure of kind `credibility` with `requires: { excess: "<= 0" }`',
      'Calibration of the advisors, which `surety calc credibility` draws from the same record',
      'Errors that advisors and the assessed system share: `surety calc shared-errors` gives the β of a group of `dependence:` over the leaves of both',
      'What advisors and assessed systems share besides: weights, data, makers',
    ],
    defeaters: [
      {
        text: 'The track record is on questions that are easier than this one',
        against: 'competent',
        source: 'reconstruction',
      },
      {
        text: 'Advisors share weights or training data with {system}',
        against: 'independent',
        source: 'reconstruction',
      },
      { text: 'Advisors tell people what they want to hear', against: 'honest', source: 'reconstruction' },
    ],
    literature: ['Clymer et al. 2024, section 5', 'Habli et al. 2025, arXiv 2503.11705 (GPG6)'],
  },
];
