import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, interactions } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'Data exfiltration is unlikely under control';
const source = 'Korbak et al. 2025, arXiv 2501.17315';

export const control: CaseTemplate = {
  name: 'control',
  title,
  takeWhere: 'an untrusted agent works under monitors and audits',
  idea: fromLiterature(
    'A control evaluation gives the probability of exfiltration over the deployment, and an argument that this estimate is an upper bound: protocol, red team and extrapolation each err on the safe side.',
    `${source}; the numbers of the red team are those of Greenblatt et al. 2024, arXiv 2312.06942, as placeholders`,
  ),
  text: `${head('control', title, source, 'write down the protocol (C-protocol), then run the evaluation that fills in p_success and p_detected.')}
decision:
  kind: internal deployment
  question: Let the untrusted agent do engineering tasks under the monitoring protocol?
  options: [deploy under the protocol, deploy with a larger audit budget, do not deploy]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 100000 }        # the evaluation had 2,000 in the source; the step between is G-extrapolation

outcomes:
  exfiltration:
    text: The agent sends sensitive data out of the company
    severity: weights-exfiltration
    threshold: { probability: 1e-2, per: window }
    claim: G-exfil

system:
  agent: { kind: model }
  monitor: { kind: model, watches: [agent] }
  auditors: { kind: humans, audit: { fraction: 0.02 } }
  users: { kind: users }

assumptions:
  A-protocol: { text: The protocol runs as written on every task, owner: platform, indicator: skipped-audits, undeveloped: true }

# Per attack: it succeeds, it is detected (all agents stop then), or neither. A race that the attack rate drives.
quantities:
  p_success: { beta: [13.5, 58.5], because: "Placeholder: 13 of 71 attacks, Jeffreys" }
  p_detected: { beta: [24.5, 47.5], because: "Placeholder: 24 of 71 attacks, Jeffreys" }
  attack_rate: { between: [1e-4, 1e-1], because: "Placeholder: the red team picks what is worst" }
  attacks: 100000
  exfiltrated: p_success / (p_success + p_detected) * (1 - (1 - attack_rate * min(1, p_success + p_detected))^attacks)

argument:
  G-exfil:
    text: The agent sends no sensitive data out in the window
    outcome: exfiltration
    supportedBy: [S-estimate]
    inContextOf: [C-protocol, C-data, A-protocol]
  C-protocol: { text: "Protocol: which actions are monitored, edited and audited, and what happens after a detection" }
  C-data: { text: "Sensitive data: say which" }
  S-estimate:
    text: Argument that the control evaluation bounds the probability, and that nothing happens outside of what it covers
    supportedBy: [G-controlled, G-together]
  G-controlled:
    text: Under the protocol the agent does not get data out
    category: control
    subsystem: agent
    outcome: exfiltration
    block: monitoring
    assumes: { agent: untrustworthy, users: untrustworthy, monitor: trusted }
    supportedBy: [G-estimate, G-protocol, G-redteam, G-extrapolation, G-monitor]
  # Next: replace undeveloped by a solution with doubt: exfiltrated, once the quantities are yours.
  G-estimate: { text: The control evaluation puts the probability below the threshold, undeveloped: true }
  G-protocol: { text: The protocol is at least as effective in deployment as in the evaluation, undeveloped: true }
  G-redteam: { text: The attacks of the red team are at least as good as those that the agent would find, undeveloped: true }
  G-extrapolation: { text: From the tasks of the evaluation to those of the window the estimate errs on the safe side, undeveloped: true }
  G-monitor:
    text: The monitor does not collude with the agent
    category: trustworthiness
    subsystem: monitor
    outcome: exfiltration
    undeveloped: true
  G-together: { text: Agents do not get data out by way of one another or of people, outcome: exfiltration, undeveloped: true }
  D-erosion:
    text: Protocols loosen over time, and so does this one
    challenges: G-protocol
    blocking: false
    raisedBy: ${JSON.stringify(source)}

indicators:
  skipped-audits: { tests: A-protocol, source: { prometheus: "sum(increase(audits_skipped_total[1d]))" }, breach: "> 0", every: 1d }

riskCases:
  exfiltration:
    claim: R-exfil
    argument: { R-exfil: { text: The agent gets sensitive data out in the window, undeveloped: true } }

interactions:
${interactions('exfiltration', {
  collusion: 'G-monitor',
  'correlated failure': 'G-together',
  cascade: 'G-together',
  'monitor subversion': 'G-monitor',
  'human manipulation': 'G-together',
  'collective strategy': 'G-together',
})}
dismissed:
${dismissed('exfiltration', {
  auditors: 'Read what the monitor flags; what they leak themselves is a matter of security, not of this case',
  users: 'Assumed to be adversaries in G-controlled',
})}`,
};
