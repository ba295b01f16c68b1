import { reconstructed } from '../../catalogue/index.js';
import { dismissed, head, together } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'A holistic case over a macrosystem';
const source = 'Clymer et al. 2024, arXiv 2403.10462';

export const holistic: CaseTemplate = {
  name: 'holistic',
  title,
  takeWhere: 'several models, tools and people act together, or no other fits',
  idea: reconstructed(
    'The six steps: decision, outcomes, assumptions, subsystems, the risk of each, and the risk of all together; every category of argument carries what it can.',
    `${source}; the steps and categories are the paper's, the nodes of its own example were not to be had, so the argument is a reconstruction`,
  ),
  text: `${head('holistic', title, source, 'write the decision and the outcomes (steps 1 and 2); the argument follows from them.')}  budget: { probability: 1e-3, per: window }    # thresholds add up to no more; the paper's illustration

# Step 1: the macrosystem and the decision.
decision:
  kind: internal deployment
  question: Let the agents work on the code base under the watchdog?
  options: [deploy, deploy with restrictions, do not deploy]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 100000, instances: 100 }

# Step 2: what must not happen, each with its share of the budget.
outcomes:
  exfiltration:
    text: Weights leave the control of the developer through the agents' actions
    severity: weights-exfiltration
    threshold: { probability: 5e-4, per: window }
    claim: G-exfil
  sabotage:
    text: Work of the agents spoils research or oversight unnoticed
    severity: sabotage
    threshold: { probability: 5e-4, per: window }
    claim: G-sabot

# Step 3: assumptions are argued, not presumed. Each needs an owner, a doubt, and an indicator that would show its end.
assumptions:
  A-weights: { text: The servers that hold weights withstand people from outside, owner: security, undeveloped: true }
  A-staff: { text: Those who approve changes follow the rules for approvals, owner: engineering, undeveloped: true }

# Step 4: subsystems, their access, and who watches whom.
system:
  agents: { kind: model, copies: 100, capability: 5, access: { write: [repositories], network: none } }
  watchdog: { kind: model, watches: [agents] }
  advisors: { kind: model }
  reviewers: { kind: humans, audit: { fraction: 0.02 } }
  repositories: { kind: infrastructure }

# Step 5: each subsystem alone. Step 6: all together.
argument:
  G-exfil:
    text: Weights do not leave through the agents in the window
    outcome: exfiltration
    supportedBy: [S-exfil]
    inContextOf: [C-macro, A-weights]
  C-macro: { text: "Macrosystem: the subsystems under system, their users, and nothing else" }
  S-exfil: { text: Argument over each subsystem alone and over all together, supportedBy: [G-exfil-agents, G-exfil-together] }
  G-exfil-agents:
    text: The agents do not bring the weights out
    supportedBy: [S-exfil-legs]
  S-exfil-legs:
    text: Argument by inability and by control, of which one is enough
    combine: any                     # legs earn credit once dependence: { beta, because } is declared
    supportedBy: [G-exfil-unable, G-exfil-caught]
  G-exfil-unable:
    text: The agents cannot complete an exfiltration
    category: inability
    subsystem: agents
    outcome: exfiltration
    block: dangerous-capability-evaluation
    undeveloped: true
    holdsUntil: { capability: 6 }
  G-exfil-caught:
    text: The watchdog catches an attempt before it completes
    category: control
    subsystem: agents
    outcome: exfiltration
    block: monitoring
    assumes: { agents: untrustworthy, watchdog: trusted }
    supportedBy: [G-exfil-redteam, G-exfil-watchdog]
  G-exfil-redteam: { text: A red team that plays the agents at their best is caught, undeveloped: true }
  G-exfil-watchdog:
    text: The watchdog does not stay silent for the sake of the agents
    category: trustworthiness
    subsystem: watchdog
    outcome: exfiltration
    undeveloped: true
  G-exfil-together: { text: No combination of subsystems brings the weights out where none alone would, outcome: exfiltration, undeveloped: true }

  G-sabot:
    text: The agents' work spoils neither research nor oversight unnoticed in the window
    outcome: sabotage
    supportedBy: [S-sabot]
    inContextOf: [C-macro, A-staff]
  S-sabot: { text: Argument over each subsystem alone and over all together, supportedBy: [G-sabot-agents, G-sabot-together] }
  G-sabot-agents: { text: The agents do not spoil work unnoticed, supportedBy: [S-sabot-legs] }
  S-sabot-legs:
    text: Argument by trustworthiness and by deference, of which one is enough
    combine: any
    supportedBy: [G-sabot-trust, G-sabot-advised]
  G-sabot-trust:
    text: The agents do not fake alignment, as their reasoning in the open shows
    category: trustworthiness
    subsystem: agents
    outcome: sabotage
    block: externalized-reasoning
    undeveloped: true
  G-sabot-advised:
    text: Credible advisors judge the risk of sabotage to lie below its threshold
    category: deference
    subsystem: agents
    outcome: sabotage
    block: credible-ai-advisors
    supportedBy: [G-sabot-competent, G-sabot-honest]
  G-sabot-competent: { text: The advisors judge such risks better than people do, undeveloped: true }
  G-sabot-honest: { text: The advisors say what they believe, category: trustworthiness, subsystem: advisors, outcome: sabotage, undeveloped: true }
  G-sabot-together: { text: No combination of subsystems spoils work where none alone would, outcome: sabotage, undeveloped: true }

riskCases:
  exfiltration:
    claim: R-exfil
    argument: { R-exfil: { text: Weights leave through the agents in the window, undeveloped: true } }
  sabotage:
    claim: R-sabot
    argument: { R-sabot: { text: Agents spoil work in the window and nobody notices, undeveloped: true } }

interactions:
${together('exfiltration', 'G-exfil-together')}${together('sabotage', 'G-sabot-together')}
dismissed:
${dismissed('exfiltration', {
  advisors: 'Give advice as text and hold no tools; check this against `access`',
  reviewers: 'What people do without the agents is under A-weights',
  repositories: 'Hold no weights; check this before you rely on it',
})}${dismissed('sabotage', {
  watchdog: 'Reads and reports; it changes nothing. Check this against `access`',
  reviewers: 'Sabotage by people without an agent is outside this case',
  repositories: 'Keep what others write and write nothing themselves',
})}`,
};
