import { type Fact, fromPaper, reconstructed } from './fact.js';

/** One of the six steps of a safety case: what the paper calls it, and what it asks. */
export interface StepEntry {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6;
  readonly title: Fact<string>;
  readonly asks: readonly Fact<string>[];
  /** What it asks of a decision to train further. */
  readonly training: Fact<string>;
}

const titled = (title: string) => fromPaper(title, 'title of the step');
const secondary = (text: string) => fromPaper(text, 'by a secondary source');
const memory = (text: string) => reconstructed(text, 'from memory');
const ours = (text: string) =>
  reconstructed(text, 'the paper speaks of training and deployment; what follows for a run of training is ours');

/** The six steps in their order. Titles are the paper's; what each asks is put in our words. */
export const sixSteps: readonly StepEntry[] = [
  {
    number: 1,
    title: titled('Define the AI macrosystem and deployment decision'),
    asks: [
      fromPaper('Say which decision the case serves: whether the system is safe to train and to deploy.', 'abstract'),
      secondary('Count as the macrosystem the models, the software around them and the people, together.'),
      memory('List access, exposure of the weights, who may fine-tune, the window, and the options that are open.'),
    ],
    training: ours(
      'The window is the run of training and the internal use that comes with it. Exposure is steps of training and internal uses (`exposure: { trainingSteps, internalUse }`).',
    ),
  },
  {
    number: 2,
    title: titled('Specify unacceptable outcomes'),
    asks: [
      secondary('Carve “no catastrophe” into concrete threat models, each an outcome that can be refuted.'),
      secondary('Hold the risk of each against a threshold that was stated before.'),
      secondary('Let a risk case, the argument of the other side, be reviewed too.'),
      memory('Let the thresholds add up to no more than one budget, approved before the results are known.'),
    ],
    training: ours(
      'Name what can happen before anybody deploys: weights leave while it is trained, a checkpoint sabotages its own training or evaluation, a person inside misuses it.',
    ),
  },
  {
    number: 3,
    title: titled('Justify deployment assumptions'),
    asks: [
      secondary(
        'Argue assumptions about the setting, do not presume them: that weights are secure from people, that customers keep to the terms.',
      ),
      memory(
        'Give each assumption its own evidence, an owner, a date on which it expires and something that watches it.',
      ),
    ],
    training: ours(
      'Assume nothing of the deployed setting: say who reaches the checkpoints, on which machines they run, and what the environments of training may reach.',
    ),
  },
  {
    number: 4,
    title: titled('Decompose the macrosystem into subsystems'),
    asks: [
      fromPaper(
        'Say which subsystem each argument takes to be untrustworthy (an agent, and its users) and which reliable (a watchdog); the second has to be argued.',
        'Figure 8',
      ),
      memory(
        'Part the macrosystem into subsystems that can be looked at one by one, with their interfaces and access.',
      ),
    ],
    training: ours(
      'The checkpoint in training, the graders and reward models, the environments, the pipeline and the people who run it are subsystems.',
    ),
  },
  {
    number: 5,
    title: titled('Assess subsystem risk'),
    asks: [
      fromPaper(
        'Argue by inability, by sufficiently strong control, by trustworthiness despite the capability, or by deference to credible advisors.',
        'abstract',
      ),
      memory(
        'Ask of each subsystem and each outcome whether it could cause it by itself; go through how it may fail, as in an FMEA.',
      ),
    ],
    training: ours(
      'Capability rises within the window: say up to where each argument holds (`holdsUntil`), and evaluate checkpoints before that.',
    ),
  },
  {
    number: 6,
    title: titled('Assess macrosystem risk'),
    asks: [
      fromPaper(
        'Its picture is a set-up in which three different models would need to behave badly before a catastrophe occurs.',
        'Figure 9',
      ),
      fromPaper(
        'It gives examples of what AI systems could do collectively at large scale, and of reasons that they might have.',
        'Figure 16',
      ),
      memory(
        'Find for each outcome the smallest sets that must misbehave together, common causes, cascades and collusion.',
      ),
    ],
    training: ours(
      'A model that grades its successor, or writes its data, may collude with it across checkpoints; both grow out of the same weights.',
    ),
  },
];
