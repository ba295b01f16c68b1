import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, interactions } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'A safety case that is kept true while the system runs';
const source = 'Cârlan et al. 2024, arXiv 2412.17618';

export const dynamic: CaseTemplate = {
  name: 'dynamic',
  title,
  takeWhere: 'it is deployed, and the question is whether to continue',
  idea: fromLiterature(
    'Each claim and assumption that could stop being true has a safety performance indicator with a bound, and claims say until when they hold.',
    `${source} (indicators after UL 4600); the argument around them is ours`,
  ),
  text: `${head('dynamic', title, source, 'for each claim ask what would show that it is no longer true, and write that as an indicator.')}
decision:
  kind: continue
  question: Keep the agent in operation for another quarter?
  options: [continue, continue with restrictions, stop]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 30000, instances: 20 }

outcomes:
  damage:
    text: The agent does severe damage to a customer that nobody stops in time
    severity: severe
    threshold: { probability: 5e-3, per: window }
    claim: G-damage

system:
  agent: { kind: model, copies: 20, capability: 4 }
  gate: { kind: infrastructure }
  watchers: { kind: humans }
  customers: { kind: users }

assumptions:
  A-use: { text: Customers use the agent for what it was assessed for, owner: product, indicator: other-use, undeveloped: true }
  A-version: { text: The model behind the agent is the one that was assessed, owner: platform, indicator: model-changed, undeveloped: true }

argument:
  G-damage:
    text: The agent does no severe damage in the window
    outcome: damage
    supportedBy: [S-now]
    inContextOf: [C-damage, A-use, A-version]
  C-damage: { text: "Severe damage: say which, and in whose eyes" }
  S-now: { text: Argument that it is safe now and that its end would be seen, supportedBy: [G-gated, G-seen, G-together] }
  G-gated:
    text: The gate refuses what could do severe damage
    category: control
    subsystem: agent
    outcome: damage
    block: externally-enforced-restrictions
    assumes: { agent: untrustworthy }
    supportedBy: [G-covers, G-refuses]
    holdsUntil: { tasks: 60000, capability: 5 }
    indicator: refusals
  G-covers: { text: Every action that could do severe damage passes the gate, undeveloped: true }
  G-refuses: { text: The gate refuses the dangerous ones, undeveloped: true, indicator: passed }
  G-seen: { text: "An indicator that leaves its bound is seen, and the agent is stopped in time", undeveloped: true, indicator: drill-time }
  G-together: { text: Agents and customers do no damage together that neither would do alone, outcome: damage, undeveloped: true }

# Safety performance indicators: what is measured, the bound, how often, and which claim it tests.
indicators:
  other-use: { tests: A-use, source: { prometheus: "avg_over_time(share_of_other_use[7d])" }, breach: "> 0.05", every: 1d }
  model-changed: { tests: A-version, source: { prometheus: "changes(model_digest_info[1d])" }, breach: "> 0", every: 1h }
  refusals: { tests: G-gated, source: { prometheus: "rate(gate_refusals_total[1d])" }, breach: "< 0.001", every: 1d }
  passed: { tests: G-refuses, source: { prometheus: "sum(increase(dangerous_actions_passed_total[1d]))" }, breach: "> 0", every: 1h }
  drill-time: { tests: G-seen, source: { prometheus: "max(stop_drill_minutes)" }, breach: "> 10", every: 7d }

riskCases:
  damage:
    claim: R-damage
    argument: { R-damage: { text: The agent does severe damage in the window and nobody stops it in time, undeveloped: true } }

interactions:
${interactions('damage', {
  collusion: 'G-together',
  'correlated failure': 'G-together',
  cascade: 'G-together',
  'monitor subversion': 'G-seen',
  'human manipulation': 'G-together',
  'collective strategy': 'G-together',
})}
dismissed:
${dismissed('damage', {
  gate: 'Refuses and does nothing by itself; its failures are under G-gated',
  watchers: 'Watch and stop; what they miss is under G-seen',
  customers: 'Damage that customers do without the agent is outside this case',
})}`,
};
