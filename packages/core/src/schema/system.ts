import * as z from 'zod';
import { interactionKinds, once } from '../case/index.js';
import { amount, byId, choice, day, id, oneOrMore, positive, probability, reference, text, words } from './parts.js';

/** Sections of steps 1 and 2: what is decided, what must not happen, and the system that it could happen in. */

const perWindow = once(() => choice(['window'], 'What the probability is per: the whole deployment window.'));

export const caseInfoText = once(() =>
  z
    .strictObject({
      id: id('Short stable name of the case, for links and file names.'),
      title: words('What the case is about, in one line.'),
      status: choice(
        ['sketch', 'draft', 'in review', 'accepted', 'revoked'],
        'How far the case has come (default draft); a sketch claims no verdict.',
      ).optional(),
      owner: text('Team or person who answers for the case.').optional(),
      budget: z
        .strictObject({
          probability: probability('The most that the thresholds of all outcomes may add up to.'),
          per: perWindow(),
        })
        .optional()
        .describe('The most that the thresholds of all outcomes may add up to.'),
      catalogue: text('File of a catalogue that overrides the built-in one.').optional(),
    })
    .describe('What the case is, and who answers for it.'),
);

export const policyText = once(() =>
  z
    .strictObject({
      inference: choice(
        ['listed', 'required'],
        'Whether inference steps that nobody assessed are listed or block (default: required from status in review on).',
      ).optional(),
      absentEvidence: choice(
        ['locked', 'block'],
        'Whether a locked result may stand in for a source that is not here (default), or blocks.',
      ).optional(),
      severities: byId(
        z.strictObject({
          probability: probability('The highest threshold that an outcome of this severity may have.'),
          per: perWindow(),
        }),
        'Severities that an outcome may have, each with the highest threshold that is allowed. A file that `extends` another may tighten these, and add none.',
      ).optional(),
      budget: z
        .strictObject({ probability: probability('The highest budget that a case may have.'), per: perWindow() })
        .optional()
        .describe('The highest budget that a case may have.'),
      required: oneOrMore(
        z.string(),
        'Roles that have to sign every case, besides those that the case asks for.',
      ).optional(),
      extends: text(
        'A file whose policy this one builds on. Where they differ the stricter one holds, and the laxer one is a finding.',
      ).optional(),
    })
    .describe('What this organisation insists on.'),
);

export const decisionText = once(() =>
  z
    .strictObject({
      kind: choice(
        ['train', 'internal deployment', 'external deployment', 'continue'],
        'What kind of decision the case is for.',
      ).optional(),
      question: text('The decision, as a question.').optional(),
      options: oneOrMore(z.string(), 'The answers that are open to the decision maker.').optional(),
      window: z
        .strictObject({
          from: day('First day of the deployment window.'),
          to: day('Last day of the deployment window, included.'),
        })
        .refine(({ from, to }) => from <= to, {
          error: 'window',
          path: ['to'],
          params: { code: 'window-order', expected: 'a day on or after `from`' },
        })
        .optional()
        .describe('The deployment window, both days included.'),
      exposure: z
        .strictObject({
          tasks: amount('Tasks over the whole window.').optional(),
          instances: amount('Instances that run at the same time.').optional(),
          trainingSteps: amount('Steps of further training over the whole window.').optional(),
          internalUse: amount(
            'Uses of the model inside the organisation over the whole window: evaluations, experiments, tasks of its own people.',
          ).optional(),
        })
        .optional()
        .describe('How much the system is used in the window.'),
    })
    .describe('Step 1: the decision that the case supports.'),
);

export const outcomeText = once(() =>
  z
    .strictObject({
      text: words('What must not happen.'),
      severity: text('How bad it is: free text, or a class of the catalogue.').optional(),
      threshold: z
        .strictObject({
          probability: probability('The highest probability of the outcome that is acceptable.'),
          per: perWindow(),
          criterion: choice(
            ['mean', 'p50', 'p95'],
            'A statistic that must meet the threshold in addition to the mean (default mean).',
          ).optional(),
          approved: z
            .strictObject({
              by: text('Who approved the threshold.'),
              date: day('When it was approved.').optional(),
              probability: probability('The threshold that was approved: a later change shows.').optional(),
            })
            .optional()
            .describe('Who approved the threshold, and when.'),
        })
        .optional()
        .describe('What probability of the outcome is acceptable, and who said so.'),
      claim: reference('The goal that claims that the outcome does not occur in the window.').optional(),
    })
    .describe('Step 2: an unacceptable outcome.'),
);

const others = (description: string) => oneOrMore(reference('Id of a subsystem.'), description);

export const subsystemText = once(() =>
  z
    .strictObject({
      kind: choice(['model', 'tool', 'monitor', 'humans', 'users', 'infrastructure'], 'What kind of thing it is.'),
      text: text('What it is and does.').optional(),
      model: z
        .strictObject({
          name: text('Name of the model.').optional(),
          digest: text('Digest of the weights, for example `sha256:…`.').optional(),
          version: text('Version of the model; quote it, as 1.10 is the number 1.1.').optional(),
        })
        .optional()
        .describe('Which model it is; evidence about another model does not count for it.'),
      copies: amount('How many copies run.').optional(),
      count: amount('How many there are (of people).').optional(),
      capability: z.number().optional().describe('Capability level on the scale of the organisation.'),
      access: z
        .strictObject({
          read: others('Subsystems that it can read.').optional(),
          write: others('Subsystems that it can change.').optional(),
          network: text('What of the network it can reach, for example none.').optional(),
          weights: text('What access to model weights it has.').optional(),
        })
        .optional()
        .describe('What it can reach.'),
      watches: others('Subsystems that it monitors.').optional(),
      audit: z
        .strictObject({ fraction: probability('Share of the cases that are audited.') })
        .optional()
        .describe('How much of the work is audited.'),
      owner: text('Who answers for it.').optional(),
    })
    .describe('A subsystem: a model, a tool, a monitor, people or infrastructure.'),
);

export const interactionText = once(() =>
  z
    .strictObject({
      kind: choice(interactionKinds, 'Which kind of interaction it is.'),
      between: others('The subsystems that interact.').optional(),
      outcome: reference('The outcome that it could lead to.'),
      arguedBy: reference('The element that argues that it does not.').optional(),
      quantity: reference(
        'Quantity that is its probability in the window: the doubt of a leaf below `arguedBy`.',
      ).optional(),
      strategies: oneOrMore(z.string(), 'Collective strategies of the catalogue that were considered.').optional(),
      reasons: oneOrMore(z.string(), 'Reasons of the catalogue for acting together that were considered.').optional(),
      dismissed: text('Why it needs no argument.').optional(),
    })
    .describe('Step 6: a kind of interaction, argued or dismissed for an outcome.'),
);

export const dismissalText = once(() =>
  z
    .strictObject({
      subsystem: reference('The subsystem.'),
      outcome: reference('The outcome that it cannot bring about.'),
      because: text('Why no argument is needed.').optional(),
    })
    .describe('Step 5: a subsystem that needs no argument for an outcome.'),
);

export const chainText = once(() =>
  z
    .strictObject({
      previous: text('Folder or file of the case about the previous generation.'),
      claim: reference('The claim of the previous case that this one builds on.'),
      gap: reference('The goal that argues the step between the generations.').optional(),
      amplify: z
        .strictObject({
          copies: positive('How many copies amplify the previous generation.').optional(),
          speed: positive('How many times faster it runs.').optional(),
        })
        .optional()
        .describe('How the previous generation is amplified: by copies or by speed.'),
    })
    .describe('The case about the previous generation, for bootstrapping.'),
);

export const fmeaRowText = once(() =>
  z
    .strictObject({
      subsystem: reference('The subsystem that fails.'),
      mode: words('How it fails.'),
      cause: text('Why it fails.').optional(),
      effect: text('What follows.').optional(),
      outcome: reference('The outcome that it could lead to.').optional(),
      detection: text('How it is noticed.').optional(),
      arguedBy: reference('The element that argues it.').optional(),
    })
    .describe('A row of a failure mode and effects analysis.'),
);
