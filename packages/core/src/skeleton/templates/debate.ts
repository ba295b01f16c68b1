import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, together } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'A research agent trained by debate does not sabotage';
const source = 'Buhl et al. 2025, arXiv 2505.03989';

export const debate: CaseTemplate = {
  name: 'debate',
  title,
  takeWhere: 'an agent advises, and single errors can be tolerated',
  idea: fromLiterature(
    'The agent is good at the debate game; good play is mostly honest; it stays as honest in deployment by online training; the context tolerates some errors.',
    source,
  ),
  text: `${head('debate', title, source, 'say how many errors the context tolerates (C-tolerance): the argument holds only where single errors are not fatal.')}
decision:
  kind: internal deployment
  question: Let the agent do safety research on its own?
  options: [deploy, deploy with review of every result, do not deploy]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 5000 }

outcomes:
  sabotage:
    text: The agent spoils safety research so that it takes effect unnoticed
    severity: sabotage
    threshold: { probability: 1e-2, per: window }
    claim: G-sabot

system:
  agent: { kind: model }
  opponent: { kind: model, watches: [agent] }
  judges: { kind: humans }
  lab: { kind: infrastructure }

assumptions:
  A-stakes: { text: No single action of the agent is fatal, owner: research-lead, undeveloped: true }
  A-judges: { text: Judges are paid and trained as in the training of the agent, owner: operations, undeveloped: true }

quantities:
  errors_tolerated: 50               # dishonest results in the window that research survives
  error_rate: { between: [1e-4, 1e-2], because: "Placeholder: per task, from debates with known answers" }
  errors_expected: error_rate * 5000

argument:
  G-sabot:
    text: The agent does not spoil safety research in the window
    outcome: sabotage
    supportedBy: [S-debate]
    inContextOf: [C-tolerance, A-stakes, A-judges]
  C-tolerance: { text: "Tolerated: the number of dishonest results from which research still recovers" }
  S-debate: { text: Argument over the agent alone and over it with others, supportedBy: [G-honest, G-together] }
  G-honest:
    text: The agent is honest often enough for the context
    category: trustworthiness
    subsystem: agent
    outcome: sabotage
    supportedBy: [G-plays, G-play-is-honest, G-stays-honest, G-tolerant]
  G-plays: { text: The agent has become good at the debate game, undeveloped: true }
  G-play-is-honest: { text: A good player is honest in most of its answers, undeveloped: true }
  G-stays-honest: { text: The agent is not much less honest in deployment than in training, undeveloped: true }
  # Next: a solution with a doubt that errors_expected exceeds errors_tolerated.
  G-tolerant: { text: The deployment tolerates the errors that are left, undeveloped: true }
  G-together: { text: "Agent, opponent and judges do not spoil together what none would alone", outcome: sabotage, undeveloped: true }
  D-obfuscated:
    text: The agent wins by arguments that nobody can follow to the end
    challenges: G-play-is-honest
    blocking: false
    raisedBy: ${JSON.stringify(source)}
  D-exploration:
    text: The agent avoids exploring what training would have corrected
    challenges: G-plays
    blocking: false
    raisedBy: ${JSON.stringify(source)}

riskCases:
  sabotage:
    claim: R-sabot
    argument: { R-sabot: { text: The agent spoils safety research in the window and nobody notices, undeveloped: true } }

interactions:
${together('sabotage', 'G-together')}
dismissed:
${dismissed('sabotage', {
  opponent: 'Argues and does no research; collusion with the agent is under G-together',
  judges: 'Sabotage by people alone is outside this case',
  lab: 'Runs what the agent hands in and decides nothing',
})}`,
};
