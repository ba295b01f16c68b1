import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, together } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'A balanced, integrated and grounded argument';
const source = 'Habli et al. 2025, arXiv 2503.11705';

export const big: CaseTemplate = {
  name: 'big',
  title,
  takeWhere: 'many capabilities are argued one by one',
  idea: fromLiterature(
    'The system in its context first. For each capability one of two: it cannot cause the outcome, or its risk is reduced, by at least one of trustworthiness and further controls.',
    `${source}; where the claim about advisors hangs is not clear from the text, here it supports the controls`,
  ),
  text: `${head('big', title, source, 'list the capabilities that matter, each as an instance of the pattern; decide with keep and omit.')}
decision:
  kind: external deployment
  question: Release the general-purpose model in this service?
  options: [release, release with controls, do not release]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 1000000 }

outcomes:
  harm:
    text: The model causes an unacceptable outcome in the service
    severity: catastrophe
    threshold: { probability: 1e-3, per: window }
    claim: G-service

system:
  model: { kind: model }
  service: { kind: infrastructure }
  users: { kind: users }
  operators: { kind: humans }

assumptions:
  A-context: { text: The service is used as its description says, owner: product, undeveloped: true }

# The choice is part of the pattern: G1 keeps one of two, G3 keeps at least one of two.
patterns:
  capability:
    parameters: { capability: what the model can do that matters for the outcome }
    argument:
      G1:
        text: "That the model can {capability} does not cause the outcome"
        subsystem: model
        outcome: harm
        choose: 1 of 2
        supportedBy: [G2, G3]
      G2: { text: "The model cannot {capability} well enough to cause it", category: inability, subsystem: model, outcome: harm, undeveloped: true }
      G3:
        text: "The risk from {capability} is reduced to an acceptable level"
        choose: at least 1 of 2
        supportedBy: [G4, G5]
      G4: { text: "The model is trustworthy where it could {capability}", category: trustworthiness, subsystem: model, outcome: harm, undeveloped: true }
      G5:
        text: "Further controls reduce the risk from {capability}"
        category: control
        subsystem: model
        outcome: harm
        assumes: { model: untrustworthy }
        supportedBy: [G7, { to: G6, optional: true }]
      G6: { text: "Credible advisors say that {capability} poses no unacceptable risk", category: deference, subsystem: model, outcome: harm, undeveloped: true }
      G7: { text: "Tests show that the controls hold for {capability}", undeveloped: true }

argument:
  G-service:
    text: The service does not cause the outcome in the window
    outcome: harm
    supportedBy: [S-parts]
    inContextOf: [C-service, C-outcomes, A-context]
  C-service: { text: "Context: the service, its users, its boundaries, its hazard log" }
  C-outcomes: { text: Unacceptable outcomes as agreed with those who would bear them }
  S-parts: { text: "Argument over the model's capabilities and over the service around it", supportedBy: [G-capabilities, G-around] }
  G-capabilities: { text: No capability of the model causes the outcome, supportedBy: [S-capabilities] }
  S-capabilities: { text: Argument by capability assessment, supportedBy: [G-complete, G-advice, G-code] }
  G-complete: { text: The capabilities that matter for the outcome are all listed, undeveloped: true }
  G-advice: { uses: { pattern: capability, with: { capability: advise on dangerous matters }, keep: [G3, G4, G5], omit: G6 } }
  G-code: { uses: { pattern: capability, with: { capability: run code }, keep: G2, omit: [G6] } }
  G-around: { text: "Service, people and model do not cause the outcome together", outcome: harm, undeveloped: true }

riskCases:
  harm:
    claim: R-harm
    argument: { R-harm: { text: The model causes the outcome in the service in the window, undeveloped: true } }

interactions:
${together('harm', 'G-around')}
dismissed:
${dismissed('harm', {
  service: 'Passes on what the model says; what it adds is under G-around',
  users: 'What users do with the model is argued per capability',
  operators: 'Operators alone are covered by the hazard log of the service',
})}`,
};
