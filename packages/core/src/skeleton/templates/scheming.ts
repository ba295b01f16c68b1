import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, together } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'No catastrophe by scheming';
const source = 'Balesni et al. 2024, arXiv 2411.03336';

export const scheming: CaseTemplate = {
  name: 'scheming',
  title,
  takeWhere: 'the model itself may pursue something else',
  idea: fromLiterature(
    'Three arguments can carry the case: it cannot scheme, it cannot harm by scheming, control prevents the harm. Two can only support: honeypots and alignment training.',
    source,
  ),
  text: `${head('scheming', title, source, 'decide which of the three legs is to carry the case; remove the others with surety remove ID.')}
decision:
  kind: internal deployment
  question: Let the model act as an agent inside the company?
  options: [deploy, deploy without network, do not deploy]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 50000, instances: 50 }

outcomes:
  scheming-harm:
    text: The model causes catastrophic harm by pursuing aims of its own covertly
    severity: loss-of-control
    threshold: { probability: 1e-3, per: window }
    claim: G-scheming

system:
  model: { kind: model, capability: 5, copies: 50 }
  monitor: { kind: model, watches: [model] }
  staff: { kind: users }

assumptions:
  A-version: { text: The model that is deployed is the one that was evaluated, owner: release-team, undeveloped: true }
  # The authors warn that many assumptions of such cases are not met today. Write down those that yours needs.
  A-lone: { text: No other AI system with aims of its own takes part, owner: safety-team, undeveloped: true }

# The product of these three is the risk if each is right; the authors warn that all three are hard to calibrate.
quantities:
  p_can_scheme: { between: [0.01, 0.5], because: "Placeholder: put your own estimate and its reason" }
  p_will_if_can: { between: [0.01, 0.5], because: Placeholder }
  p_harm_if_will: { between: [0.001, 0.1], because: Placeholder }
  p_scheming_harm: p_can_scheme * p_will_if_can * p_harm_if_will

argument:
  G-scheming:
    text: The model does not cause catastrophic harm by scheming in the window
    outcome: scheming-harm
    supportedBy: [S-ways]
    inContextOf: [C-scheming, A-version, A-lone]
  C-scheming: { text: "Scheming: covertly and on purpose pursuing aims that its makers do not share" }
  S-ways:
    text: Argument over the model alone and over it with others
    supportedBy: [G-alone, G-together]
  G-alone: { text: The model alone does not cause the harm, supportedBy: [S-legs] }
  S-legs:
    text: Argument by three legs, of which one is enough
    combine: any                     # only one counts until dependence is declared
    supportedBy: [G-cannot-scheme, G-cannot-harm, G-controlled]
  G-cannot-scheme:
    text: The model is not able to scheme
    category: inability
    subsystem: model
    outcome: scheming-harm
    block: dangerous-capability-evaluation
    supportedBy: [G-challenges, G-no-sandbagging]
    holdsUntil: { capability: 6 }
  G-challenges: { text: The model fails challenges of stealth and of knowing its own situation that scheming needs, undeveloped: true }
  G-no-sandbagging: { text: It did not hide ability in these challenges, undeveloped: true }
  G-cannot-harm:
    text: The model could scheme, and could still not cause the harm
    category: inability
    subsystem: model
    outcome: scheming-harm
    undeveloped: true
  G-controlled:
    text: Control prevents the harm although the model tries
    category: control
    subsystem: model
    outcome: scheming-harm
    block: monitoring
    assumes: { model: untrustworthy, monitor: trusted }
    # Supporting only: the last two add to the leg, and under "all" they can never carry it.
    supportedBy: [G-control-eval, G-monitor, G-honeypots, G-trained]
  G-control-eval: { text: "A red team at least as able as the model fails, also when it acts in one task of ten thousand", undeveloped: true }
  G-monitor: { text: The monitor does not help the model, category: trustworthiness, subsystem: monitor, outcome: scheming-harm, undeveloped: true }
  G-honeypots:
    text: "Supporting only: the model did not take what it was offered when it seemed unwatched"
    category: trustworthiness
    subsystem: model
    outcome: scheming-harm
    block: honeypots
    undeveloped: true
  G-trained:
    text: "Supporting only: training makes covert aims unlikely"
    category: trustworthiness
    subsystem: model
    outcome: scheming-harm
    block: alignment-via-training
    undeveloped: true
  G-together: { text: "Copies, the monitor and people do not cause the harm together", outcome: scheming-harm, undeveloped: true }

riskCases:
  scheming-harm:
    claim: R-scheming
    argument: { R-scheming: { text: The model schemes and causes catastrophic harm in the window, undeveloped: true } }

interactions:
${together('scheming-harm', 'G-together')}
dismissed:
${dismissed('scheming-harm', { staff: 'Scheming is of the model; staff who act for it are under G-together' })}`,
};
