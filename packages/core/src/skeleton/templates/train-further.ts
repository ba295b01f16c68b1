import { reconstructed } from '../../catalogue/index.js';
import { dismissed, head, interactions } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'Train the model further';

export const trainFurther: CaseTemplate = {
  name: 'train-further',
  title,
  takeWhere: 'the decision is to train',
  idea: reconstructed(
    'A decision to train is a decision like a deployment: what the model can do while it is trained, what it reaches from there, when training stops, and who uses it inside.',
    'Clymer et al. 2024 ask whether it is safe to train and deploy; no published case is about training alone, so the argument is ours',
  ),
  text: `${head('train-further', title, 'the decision to train of Clymer et al. 2024; the argument is a reconstruction', 'say at which checkpoints capability is measured and at which level training stops (C-plan).')}
decision:
  kind: train
  question: Train the model for another stage, with use by the training team only?
  options: [train, train with a lower stop, do not train]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { trainingSteps: 20000, internalUse: 5000, instances: 8 }    # uses by the training team; instances that act

outcomes:
  escape:
    text: The model in training acts outside of the training cluster
    severity: loss-of-control
    threshold: { probability: 1e-3, per: window }
    claim: G-escape
  overshoot:
    text: Training goes past the capability for which the safeguards were made before anybody stops it
    severity: loss-of-control
    threshold: { probability: 1e-2, per: window }
    claim: G-overshoot

system:
  trainee: { kind: model, copies: 8, capability: 5 }
  evaluator: { kind: monitor, watches: [trainee] }
  cluster: { kind: infrastructure }
  team: { kind: humans }

assumptions:
  A-cluster: { text: Nobody from outside reaches the cluster, owner: security, undeveloped: true }
  A-data: { text: Nobody has poisoned the training data, owner: data-team, undeveloped: true }

argument:
  G-escape:
    text: The model does not act outside of the cluster while it is trained
    outcome: escape
    supportedBy: [S-escape]
    inContextOf: [C-plan, A-cluster, A-data]
  C-plan: { text: "Plan of the stage: data, compute, checkpoints, capability at which training stops" }
  S-escape: { text: Argument over the model alone and over it with others, supportedBy: [G-escape-legs, G-escape-together] }
  G-escape-legs: { text: The model alone does not get out, supportedBy: [S-escape-legs] }
  S-escape-legs:
    text: Argument by inability and by restriction, of which one is enough
    combine: any
    supportedBy: [G-escape-unable, G-escape-contained]
  G-escape-unable:
    text: Up to the stop, the model cannot get out of the cluster
    category: inability
    subsystem: trainee
    outcome: escape
    block: dangerous-capability-evaluation
    undeveloped: true
    holdsUntil: { capability: 6 }    # the stop of the plan
  G-escape-contained:
    text: The cluster does not let it out
    category: control
    subsystem: trainee
    outcome: escape
    block: externally-enforced-restrictions
    assumes: { trainee: untrustworthy }
    undeveloped: true
  G-escape-together: { text: Instances and the people who train them do not get it out together, outcome: escape, undeveloped: true }

  G-overshoot:
    text: Training stops before the model passes the capability for which safeguards exist
    outcome: overshoot
    supportedBy: [S-overshoot]
    inContextOf: [C-plan]
  S-overshoot:
    text: "Argument by prediction, by measurement at checkpoints and by the stop itself"
    supportedBy: [G-measured, G-stopped, G-overshoot-together]
  G-measured:
    text: "What the model can do is measured at each checkpoint, with a margin for what is gained until the next"
    category: control
    subsystem: trainee
    outcome: overshoot
    assumes: { trainee: untrustworthy, evaluator: trusted }
    supportedBy: [G-scaling, G-elicited, G-evaluator]
  G-scaling: { text: Between two checkpoints capability grows by no more than the margin, undeveloped: true }
  G-elicited: { text: The measurement brings out what the model can do, undeveloped: true }
  G-evaluator:
    text: The evaluator reports what it measures
    category: trustworthiness
    subsystem: evaluator
    outcome: overshoot
    undeveloped: true
  G-stopped: { text: Whoever sees the stop reached stops the run, subsystem: team, outcome: overshoot, undeveloped: true }
  G-overshoot-together: { text: The model does not hide its growth with the help of others, outcome: overshoot, undeveloped: true }

riskCases:
  escape:
    claim: R-escape
    argument: { R-escape: { text: The model acts outside of the cluster during training, undeveloped: true } }
  overshoot:
    claim: R-overshoot
    argument: { R-overshoot: { text: Training passes the stop and nobody notices in time, undeveloped: true } }

interactions:
${interactions('escape', {
  collusion: 'G-escape-together',
  'correlated failure': 'G-escape-together',
  cascade: 'G-escape-together',
  'monitor subversion': 'No claim about escape rests on the evaluator',
  'human manipulation': 'G-escape-together',
  'collective strategy': 'G-escape-together',
})}${interactions('overshoot', {
  collusion: 'G-evaluator',
  'correlated failure': 'G-overshoot-together',
  cascade: 'G-overshoot-together',
  'monitor subversion': 'G-evaluator',
  'human manipulation': 'G-stopped',
  'collective strategy': 'G-overshoot-together',
})}
dismissed:
${dismissed('escape', {
  evaluator: 'Reads checkpoints and has no way out of its own; check this against `access`',
  cluster: 'Is what contains; its failures are under G-escape-contained',
  team: 'What people carry out themselves is under A-cluster',
})}${dismissed('overshoot', { cluster: 'Runs what it is told to run' })}`,
};
