import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, together } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'Three sketches against sabotage';
const source = 'Grosse 2024 (three sketches of ASL-4 safety cases)';

export const threeSketches: CaseTemplate = {
  name: 'three-sketches',
  title,
  takeWhere: 'no one argument is strong enough alone',
  idea: fromLiterature(
    'Three alternative legs, interpretability, control and incentives, with what all of them assume in one node of its own. Its author says that none of them fully succeeds.',
    `${source}; critics found assumptions that the sketches share`,
  ),
  text: `${head('three-sketches', title, source, 'list under A-shared what all three legs assume; only then declare how far they depend on each other.')}
decision:
  kind: internal deployment
  question: Use the model for research and engineering inside the company?
  options: [deploy, deploy with restrictions, do not deploy]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 200000 }

outcomes:
  sabotage:
    text: The model sabotages the work of the company with catastrophic effect
    severity: sabotage
    threshold: { probability: 1e-3, per: window }
    claim: G-sabot

system:
  model: { kind: model }
  monitor: { kind: model, watches: [model] }
  staff: { kind: users }

assumptions:
  A-shared:
    text: "What all three legs assume: the models that stand in for a deceptive one are like it"
    owner: safety-team
    undeveloped: true

argument:
  G-sabot:
    text: The model does not sabotage with catastrophic effect in the window
    outcome: sabotage
    supportedBy: [S-ways]
    inContextOf: [C-threat]
  C-threat: { text: "Threat models: which sabotage, of what, by which steps" }
  S-ways: { text: Argument over the model alone and over it with others, supportedBy: [G-alone, G-together] }
  G-alone: { text: The model alone does not sabotage, supportedBy: [S-legs] }
  S-legs:
    text: Argument by three legs, of which one is enough
    combine: any
    # dependence: { beta: 0.2, because: … }    # what is left to fail together besides A-shared
    supportedBy: [G-interpretability, G-control, G-incentives]
  G-interpretability:
    text: Reading the inside of the model shows no deception
    category: trustworthiness
    subsystem: model
    outcome: sabotage
    block: interpretability
    inContextOf: [A-shared]
    supportedBy: [G-visible, G-absent, G-validated]
  G-visible: { text: Deception would be visible in the features that are watched, undeveloped: true }
  G-absent: { text: "None was seen, with the sense of being tested steered away", undeveloped: true }
  G-validated: { text: A blue team found what a red team had put into model organisms, undeveloped: true }
  G-control:
    text: Monitoring catches sabotage although the model tries
    category: control
    subsystem: model
    outcome: sabotage
    block: monitoring
    assumes: { model: untrustworthy, monitor: trusted }
    inContextOf: [A-shared]
    supportedBy: [G-redteam, G-monitor]
  G-redteam: { text: The red team is caught in nearly every attempt that matters, undeveloped: true }
  G-monitor: { text: The monitor does not collude, category: trustworthiness, subsystem: monitor, outcome: sabotage, undeveloped: true }
  G-incentives:
    text: Nothing in training rewarded sabotage or hiding it
    category: trustworthiness
    subsystem: model
    outcome: sabotage
    block: training-incentives
    inContextOf: [A-shared]
    supportedBy: [G-start, G-rewarded]
  G-start: { text: The pretrained model is not coherently deceptive, undeveloped: true }
  G-rewarded: { text: No stage of training gave an advantage to a deceptive model, undeveloped: true }
  G-together: { text: "Copies, the monitor and staff do not bring about together what none would alone", outcome: sabotage, undeveloped: true }

riskCases:
  sabotage:
    claim: R-sabot
    argument: { R-sabot: { text: The model sabotages with catastrophic effect in the window, undeveloped: true } }

interactions:
${together('sabotage', 'G-together')}
dismissed:
${dismissed('sabotage', { staff: 'Sabotage by people without the model is outside this case' })}`,
};
