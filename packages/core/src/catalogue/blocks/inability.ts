import type { BuildingBlock } from '../block.js';
import { reconstructed } from '../fact.js';

const memory = 'section 5 and figure 3, from memory';

export const inabilityBlocks: readonly BuildingBlock[] = [
  {
    id: 'dangerous-capability-evaluation',
    short: 'unable',
    title: 'Dangerous capability evaluation',
    category: 'inability',
    idea: 'Tasks that are easier than the harm, or needed for it, are set with the best elicitation; the system fails them with a margin.',
    practicality: reconstructed('highly practical', memory, 'Such evaluations are run today.'),
    strength: reconstructed(
      'strong',
      memory,
      'A capability that is missing under strong elicitation is hard to use by accident.',
    ),
    scalability: reconstructed('not scalable', memory, 'The argument ends where the system has the capability.'),
    needsResearch: reconstructed(
      false,
      memory,
      'It can be made today; that fine-tuning elicits what is there rests on assumptions that the paper calls poorly understood.',
    ),
    role: reconstructed('primary', 'Goemans et al. 2024 make it the whole case'),
    parameters: [
      {
        name: 'capability',
        text: 'Which set of capabilities does every pathway to the outcome need?',
        example: 'exploiting and moving on in a hardened network',
      },
      { name: 'threshold', text: 'Above which success rate would the capability be there?', example: '5 %' },
    ],
    claim: '{system} lacks the capability that {outcome} needs: {capability}',
    strategy: 'Argument by proxy tasks that are easier than the harm or necessary for it',
    subclaims: [
      { key: 'needed', text: 'Every pathway to {outcome} needs {capability}', provenance: 'reconstruction' },
      { key: 'proxy', text: 'Whoever has {capability} succeeds at the proxy tasks', provenance: 'reconstruction' },
      {
        key: 'elicited',
        text: 'The elicitation, supervised fine-tuning included, would have shown {capability} in {system}',
        provenance: 'from the paper',
      },
      {
        key: 'measured',
        text: 'With the margin, {system} succeeds at the proxy tasks in no more than {threshold} of the trials',
        provenance: 'reconstruction',
      },
      {
        key: 'lasting',
        text: 'No enhancement within the deployment window lifts {system} past {threshold}',
        provenance: 'reconstruction',
      },
    ],
    evidence: [
      'Success rates on proxy tasks with the number of trials, and the log of how they were elicited',
      'A review of the threat pathways by people who know the domain',
      'A fine-tuning run on the proxy tasks, and what it changed',
      'Baselines of people at the same tasks',
    ],
    defeaters: [
      {
        text: '{system} withheld effort in the evaluation',
        against: 'elicited',
        source: 'Balesni et al. 2024, arXiv 2411.03336',
      },
      {
        text: '{system} avoided exploring what training would have reinforced',
        against: 'elicited',
        source: 'Clymer et al. 2024, section 5.2.1',
      },
      {
        text: 'The harm can be done by a strategy that the fine-tuning data do not contain',
        against: 'proxy',
        source: 'Clymer et al. 2024, section 5.2.1',
      },
      { text: 'Scaffolds or tools improve after deployment', against: 'lasting', source: 'Davidson 2023, from memory' },
      {
        text: 'Customers fine-tune {system}, and the evaluated model is not the one that acts',
        against: 'lasting',
        source: 'Clymer et al. 2024, section 5.2.1',
      },
      {
        text: 'A pathway to {outcome} is missing from the threat model',
        against: 'needed',
        source: 'Goemans et al. 2024, arXiv 2411.08088',
      },
    ],
    literature: [
      'Clymer et al. 2024, section 5.2.1',
      'Goemans et al. 2024, arXiv 2411.08088',
      'Phuong et al. 2025, arXiv 2505.01420',
    ],
  },
];
