import { fromLiterature } from '../../catalogue/index.js';
import { dismissed, head, together } from './rows.js';
import type { CaseTemplate } from './template.js';

const title = 'Safeguards keep the risk of misuse low';
const source = 'Clymer et al. 2025, arXiv 2505.18003';

export const misuseSafeguards: CaseTemplate = {
  name: 'misuse-safeguards',
  title,
  takeWhere: 'people may misuse the model',
  idea: fromLiterature(
    'A red team measures how much time safeguards cost a misuser; an uplift model turns that into risk after deployment minus risk without the model; signals while it runs keep it low.',
    `${source}; its parameter values were not to be had, so all numbers are placeholders`,
  ),
  text: `${head('misuse-safeguards', title, source, 'agree on who the misuser is (C-actor) and put your own numbers under quantities.')}
decision:
  kind: external deployment
  question: Offer the assistant to the public with these safeguards?
  options: [deploy, deploy to vetted customers, do not deploy]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 10000000 }

outcomes:
  misuse:
    text: A novice causes large-scale harm who would not have managed without the assistant
    severity: cbrn
    threshold: { probability: 1e-3, per: window }
    claim: G-misuse

system:
  assistant: { kind: model }
  safeguards: { kind: monitor, watches: [assistant] }
  responders: { kind: humans }
  public: { kind: users }

assumptions:
  A-closed: { text: The weights are not released and are not stolen, owner: security, undeveloped: true }
  A-month: { text: A bypass that becomes public is closed within a month, owner: response-team, indicator: open-bypasses, undeveloped: true }

# An attempt succeeds at a rate per year of effort, and the actor gives up at another: rate / (rate + give_up).
quantities:
  attempts: { between: [10, 300], because: "Placeholder: attempts by novices in the window" }
  give_up: 0.5
  rate_without: { between: [0.0005, 0.02], because: "Placeholder: survey of experts" }
  rate_with: { between: [0.0006, 0.024], because: "Placeholder: red team with safeguards on" }
  uplift: max(0, rate_with / (rate_with + give_up) - rate_without / (rate_without + give_up))
  misused: 1 - (1 - uplift)^attempts

argument:
  G-misuse:
    text: The assistant does not lift a novice to large-scale harm in the window
    outcome: misuse
    supportedBy: [S-model]
    inContextOf: [C-actor, A-closed, A-month]
  C-actor: { text: "Novice: little experience and less than 30,000 dollars. Attempt: more than two weeks of work" }
  S-model:
    text: Argument by the effort that safeguards cost, what that does to risk, and what keeps it so
    supportedBy: [G-safeguards, G-together]
  G-safeguards:
    text: With the safeguards, risk after deployment stays close to risk without the assistant
    category: control
    subsystem: assistant
    outcome: misuse
    assumes: { public: untrustworthy, assistant: untrustworthy }
    supportedBy: [G-effort, G-uplift, G-held]
  G-effort: { text: A red team of the actor's means needs the measured time to get past the safeguards, undeveloped: true }
  # Next: replace undeveloped by a solution with doubt: misused, once the quantities are yours.
  G-uplift: { text: The uplift model turns that time into a risk below the threshold, undeveloped: true }
  G-held: { text: "Signals while it runs show when the safeguards wear off, and the response is fast enough", undeveloped: true }
  G-together: { text: Users who share bypasses and assistants that call one another do not undo the safeguards, outcome: misuse, undeveloped: true }
  D-universal:
    text: A bypass that works for every question is shared in public
    challenges: G-effort
    blocking: false
    raisedBy: ${JSON.stringify(source)}

indicators:
  open-bypasses: { tests: A-month, source: { prometheus: "max(bypass_open_days)" }, breach: "> 30", every: 1d }

riskCases:
  misuse:
    claim: R-misuse
    argument: { R-misuse: { text: A novice causes large-scale harm with the assistant in the window, undeveloped: true } }

interactions:
${together('misuse', 'G-together')}
dismissed:
${dismissed('misuse', {
  safeguards: 'Refuse and report; they give no answers of their own',
  responders: 'Insiders are a matter of security: see A-closed',
  public: 'Treated as the adversary throughout',
})}`,
};
