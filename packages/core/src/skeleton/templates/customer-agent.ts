import { reconstructed } from '../../catalogue/index.js';
import { dismissed, interactions } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'A customer agent within limits';
const source = 'Clymer et al. 2024, arXiv 2403.10462';

export const customerAgent: CaseTemplate = {
  name: 'customer-agent',
  title,
  takeWhere: 'an agent pays, refunds or changes orders for customers',
  idea: reconstructed(
    'The agent and its users are taken to do their worst. A limit in code keeps each payment small, a red team says how often an attempt is paid, and so many payments that they make up the loss are unlikely.',
    `${source}; the six steps and the category of control are the paper's, the argument is ours`,
  ),
  text: `# ${title}. A sketch after ${source}.
# A number after # marks an edit: go from 1 to 18 and change what stands on that line. docs/first-case.md shows each for
# an agent that refunds. An \`undeveloped: true\` is a hole: a doubt takes its place, with who judged it and why.
# First: say who answers for the case and what is decided (edits 1 to 5); most of the argument can stay as it is.
surety: 1
case:
  id: customer-agent
  title: ${title}
  status: sketch                                 # 18. draft; these comments can go then
  owner: safety-team                             # 1. who answers for the case

decision:
  kind: external deployment
  question: Let the agent pay up to the limit?   # 2. what is decided, with the limit
  options: [deploy, deploy with a lower limit, let people pay]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 10000 }                     # 3. conversations in the window above

outcomes:
  loss:
    text: Payments against the rules add up to too much    # 4. how much, in the window
    severity: financial
    threshold: { probability: 1e-2, per: window }          # 5. who approved it, and when
    claim: G-loss

system:
  agent: { kind: model }                         # 6. the model and its version
  limit: { kind: tool, text: Plain code between the agent and the money that refuses what is above the limit }
  monitor: { kind: model, watches: [agent] }     # 7. the same; it stops a payment that looks wrong
  staff: { kind: humans, text: They pay what the agent may not }
  customers: { kind: users, text: Whoever writes to the agent }

assumptions:
  A-money:
    text: The agent reaches money through the limit only
    owner: payments
    undeveloped: true                            # 8. a doubt: who looked for other ways

# The probability that at least so many of the attempts are paid. An attempt is a conversation that tries to be paid against
# the rules; that attempts have nothing in common but how often they are paid is for G-redteam.
quantities:
  attempts: exposure.tasks / 10                  # 9. how many of the conversations are attempts, at most
  paid: { beta: [0.5, 0.5], because: Placeholder }    # 10. how often one of the red team was paid, monitor at work
  lost: atLeastOf(100, attempts, paid)           # 11. 100: payments at the limit that make up the loss, rounded down

argument:
  G-loss:
    text: The loss does not come about in the window
    outcome: loss
    supportedBy: [S-loss]
    inContextOf: [C-worst, A-money]
  C-worst: { text: The agent and its customers are taken to do their worst }
  S-loss:
    text: Argument over the agent alone, and over what it and others could do together
    supportedBy: [G-agent, G-together]
  G-agent:
    text: Under limit and monitor the agent does not bring the loss about
    category: control
    subsystem: agent
    outcome: loss
    assumes: { agent: untrustworthy, customers: untrustworthy, monitor: trusted }
    supportedBy: [G-few, G-redteam, G-limit, G-monitor]
  G-few:
    text: If attempts are paid as often as those of the red team, too few are paid to make up the loss
    undeveloped: true                            # 12. the quantity \`lost\`
  G-redteam:
    text: Nobody does better in the window than the red team did, not even once a trick spreads
    undeveloped: true                            # 13. a doubt: how good the red team was
  G-limit:
    text: No payment is above the limit, whatever the agent asks for
    category: control
    subsystem: limit
    outcome: loss
    undeveloped: true                            # 14. a doubt: how the code was tested, and who can change it
  G-monitor:
    text: The monitor does not stay silent for the sake of the agent
    category: trustworthiness
    subsystem: monitor
    outcome: loss
    undeveloped: true                            # 15. a doubt: what the two have in common
  G-together:
    text: The agent, the monitor, staff and customers bring no loss about together where none would alone
    outcome: loss
    undeveloped: true                            # 16. a doubt: who can talk to whom, and what about

# The other side: undeveloped, it blocks nothing. A doubt of R-loss is the probability that the loss does not come about.
riskCases:
  loss:
    claim: R-loss
    argument: { R-loss: { text: A trick spreads faster than anybody looks, undeveloped: true } }

# 17. Read the reasons below and change what is not true of your system.
interactions:
${interactions(
  'loss',
  {
    collusion: 'G-monitor',
    'correlated failure': 'G-together',
    cascade: 'G-together',
    'monitor subversion': 'G-monitor',
    'human manipulation': 'G-together',
    'collective strategy': 'Copies of the agent share no memory and no channel',
  },
  {
    collusion: ['agent', 'monitor'],
    'correlated failure': ['agent', 'limit', 'monitor'],
    cascade: ['agent', 'limit', 'monitor'],
    'monitor subversion': ['agent', 'monitor'],
    'human manipulation': ['agent', 'staff', 'customers'],
  },
)}dismissed:
${dismissed('loss', {
  staff: 'What people pay without the agent is under the rules for people',
  customers: 'They reach money through the agent only, and are taken to do their worst in G-agent',
})}`,
};
