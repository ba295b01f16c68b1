import type { BuildingBlock } from '../block.js';
import { type Fact, fromPaper, reconstructed } from '../fact.js';

const memory = 'section 5 and figure 3, from memory';
const top3 =
  'The caption of figure 3 names it among the three that rank highest; the label itself is a reconstruction.';
const highest = fromPaper(true, 'caption of figure 3') as Fact<true>;

export const controlBlocks: readonly BuildingBlock[] = [
  {
    id: 'externally-enforced-restrictions',
    short: 'restrictions',
    title: 'Externally enforced restrictions',
    category: 'control',
    idea: 'What the system may touch is limited from outside: sandbox, network, permissions, weights that cannot be copied, limits in hard code.',
    practicality: reconstructed('highly practical', memory, 'Sandboxes and permissions are ordinary engineering.'),
    strength: reconstructed(
      'moderate',
      memory,
      'Recalled as moderate to strong; the lower end is taken. Restrictions cost usefulness, so some always stay open.',
    ),
    scalability: reconstructed(
      'not scalable',
      memory,
      'A system that outwits its makers finds a way around, or persuades someone to lift them.',
    ),
    needsResearch: reconstructed(false, memory),
    role: reconstructed('primary', 'control category of the paper'),
    parameters: [
      {
        name: 'restriction',
        text: 'What keeps the system from the outcome?',
        example: 'a gate that refuses commands without approval',
      },
    ],
    claim: '{system} cannot cause {outcome} because of {restriction}',
    strategy: 'Argument over what the restriction covers and who could lift it',
    subclaims: [
      { key: 'covers', text: 'Every way of {system} to {outcome} passes {restriction}', provenance: 'reconstruction' },
      {
        key: 'holds',
        text: 'No attack that a red team at least as able as {system} could find gets past {restriction}',
        provenance: 'reconstruction',
      },
      {
        key: 'stays',
        text: 'Neither {system} nor the people who work with it can lift {restriction} unnoticed',
        provenance: 'reconstruction',
      },
      {
        key: 'same',
        text: 'What was tested is no stronger than {restriction} in deployment',
        provenance: 'reconstruction',
      },
    ],
    evidence: [
      'Red-team results against the restriction',
      'Review of permissions and of who may change them',
      'Fuzzing of the interface that enforces it',
    ],
    defeaters: [
      {
        text: 'The red team is less able than {system}',
        against: 'holds',
        source: 'Korbak et al. 2025, arXiv 2501.17315',
      },
      {
        text: 'The restriction is loosened over time because it is in the way',
        against: 'same',
        source: 'Korbak et al. 2025, arXiv 2501.17315 (erosion of the protocol)',
      },
      {
        text: '{system} persuades somebody to act for it',
        against: 'stays',
        source: 'Dassanayake et al. 2025, arXiv 2507.12872',
      },
    ],
    literature: ['Clymer et al. 2024, section 5', 'Korbak et al. 2025, arXiv 2501.17315'],
  },
  {
    id: 'monitoring',
    ranksHighest: highest,
    title: 'Monitoring',
    category: 'control',
    idea: 'People, other AI systems (watchdogs) or fixed rules see what the system does and stop it in time.',
    practicality: reconstructed('highly practical', memory, top3),
    strength: reconstructed('strong', memory, top3),
    scalability: reconstructed('moderately scalable', memory, top3),
    needsResearch: reconstructed(false, memory),
    role: reconstructed('primary', 'control category of the paper'),
    parameters: [
      { name: 'monitor', text: 'Which subsystem watches?', example: 'watchdog', names: 'subsystem' },
      { name: 'budget', text: 'What share of the actions is audited?', example: '2 %' },
    ],
    claim: 'An attempt of {system} at {outcome} is caught by {monitor} and stopped before it completes',
    strategy: 'Argument that the agent and its users do their worst, and that {monitor} can be relied on',
    subclaims: [
      {
        key: 'redteam',
        text: 'A red team that plays {system} and its users at their best is caught at an audit of {budget}',
        provenance: 'from the paper',
      },
      { key: 'able', text: 'The red team is at least as able as {system}', provenance: 'reconstruction' },
      {
        key: 'same',
        text: 'What watches in deployment is no weaker than what watched in the test',
        provenance: 'reconstruction',
      },
      { key: 'intime', text: 'The response to what is caught is fast enough', provenance: 'reconstruction' },
      {
        key: 'trusted',
        text: '{monitor} does not fail or stay silent for the sake of {system}',
        category: 'trustworthiness',
        about: 'monitor',
        provenance: 'from the paper',
      },
    ],
    evidence: [
      'Control evaluation by a red team, per strategy, at the audit budget',
      'Audit logs with response times',
      'Honeypots for the monitor',
    ],
    defeaters: [
      {
        text: 'The strategies that were tried lack the one that {system} would find',
        against: 'redteam',
        source: 'Greenblatt et al. 2024, arXiv 2312.06942',
      },
      {
        text: '{monitor} colludes with {system}',
        against: 'trusted',
        source: 'Greenblatt et al. 2024, arXiv 2312.06942',
      },
      {
        text: 'The tasks of the evaluation are not those of the deployment',
        against: 'same',
        source: 'Korbak et al. 2025, arXiv 2501.17315',
      },
      {
        text: 'Auditors tire, and read less than the budget says',
        against: 'intime',
        source: 'Korbak et al. 2025, arXiv 2501.17315',
      },
    ],
    literature: [
      'Clymer et al. 2024, figures 8 and 9',
      'Greenblatt et al. 2024, arXiv 2312.06942',
      'Korbak et al. 2025, arXiv 2501.17315',
    ],
  },
];
