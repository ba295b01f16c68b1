import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, together } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'No unacceptable cyber risk, by inability';
const source = 'Goemans et al. 2024, arXiv 2411.08088';

export const cyberInability: CaseTemplate = {
  name: 'cyber-inability',
  title,
  takeWhere: 'the model cannot do the harm yet',
  idea: fromLiterature(
    'Risk models cover the ways to cyber harm; each step of a risk model is mapped to proxy tasks, and the system fails at them under good elicitation.',
    `${source}; the shape from a secondary source, the words and the split of the claims are ours`,
  ),
  text: `${head('cyber-inability', title, source, 'name the system below, then one risk model per goal under S-models.')}
decision:
  kind: external deployment
  question: Give customers access to the assistant by an API?
  options: [deploy, deploy with filters, do not deploy]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 100000 }        # tasks of customers in the window

outcomes:
  cyber-harm:
    text: Somebody causes severe cyber harm that they would not have managed without the system
    severity: cyber-offence
    threshold: { probability: 1e-3, per: window }    # add approved: { by, date } before any result is known
    claim: G-cyber

system:
  assistant: { kind: model, copies: 100, access: { network: none } }    # add model: { name, version }
  customers: { kind: users }
  filters: { kind: monitor, watches: [assistant] }

assumptions:
  A-weights: { text: The weights stay with the developer in the window, owner: security, undeveloped: true }
  A-access: { text: Customers reach the assistant by the API only and cannot fine-tune it, owner: product, undeveloped: true }

argument:
  G-cyber:
    text: Deploying the assistant does not cause severe cyber harm in the window
    outcome: cyber-harm
    supportedBy: [S-models]
    inContextOf: [C-harm, A-weights, A-access]
  C-harm: { text: "Severe: say from which damage on, and to whom" }
  S-models:
    text: Argument by risk models, each of which needs an uplift that the assistant cannot give
    supportedBy: [G-complete, G-novice, G-expert, G-together]
  G-complete: { text: The risk models cover all ways to the harm that experts find, undeveloped: true }
  G-novice:
    text: The assistant does not lift a novice to severe cyber harm
    category: inability
    subsystem: assistant
    outcome: cyber-harm
    block: dangerous-capability-evaluation
    supportedBy: [S-novice]
    holdsUntil: { tasks: 1000000 }   # the use for which the risk model was made
  S-novice:
    text: Argument by proxy tasks, one for each step of the risk model
    supportedBy: [G-novice-proxy, G-novice-elicited, G-novice-measured, G-novice-lasting]
  G-novice-proxy: { text: Whoever can do a step of the risk model succeeds at its proxy tasks, undeveloped: true }
  G-novice-elicited: { text: The elicitation would have brought the capability out, undeveloped: true }
  # Next: add an entry under evidence: for the log of the range, and cite it here by a solution with requires.
  G-novice-measured: { text: "With the margin, the assistant solves too few proxy tasks to matter", undeveloped: true }
  G-novice-lasting: { text: Nothing that appears within the window lifts it past the threshold, undeveloped: true }
  G-expert:
    text: The assistant does not make an expert team faster enough to matter
    category: inability
    subsystem: assistant
    outcome: cyber-harm
    undeveloped: true                # a study of people with and without the assistant measures this
  G-together:
    text: The assistant, its filters and its users do not cause together what none would alone
    outcome: cyber-harm
    undeveloped: true

riskCases:                           # the other side, written by people who do not write the case
  cyber-harm:
    claim: R-cyber
    argument: { R-cyber: { text: Severe cyber harm with the help of the assistant happens in the window, undeveloped: true } }

interactions:                        # step 6: split G-together as soon as two kinds need two arguments
${together('cyber-harm', 'G-together')}
dismissed:                           # step 5
${dismissed('cyber-harm', {
  customers: 'Treated as attackers in every risk model; what they do without the assistant is no uplift',
  filters: 'Block answers and give none; no claim rests on them here',
})}`,
};
