import { fromLiterature } from '../../catalogue/index.js';
import { monitoringRates } from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { count, number } from '../parameter.js';
import { calculatorOf, example, type Numbers } from '../rows.js';

const rates = ({ audited, missed, failed, innocent, innocentAudited }: Numbers) =>
  monitoringRates({
    audited: audited!,
    missed: missed!,
    failed: failed!,
    innocent: innocent!,
    innocentAudited: innocentAudited!,
  });

export const monitoring: Calculator = calculatorOf({
  name: 'monitoring',
  title: 'What a red-team evaluation of a monitor counted, as rates of an attempt',
  topic: 'control',
  parameters: [
    number('audited', count, 'attempts that were audited, and so caught'),
    number('missed', count, 'attempts that were not audited and succeeded'),
    number('failed', count, 'attempts that were not audited and failed by themselves'),
    number('innocent', count, 'innocent actions'),
    number('innocentAudited', count, 'innocent actions that were audited'),
  ],
  formula: [
    'detected = audited / (audited + missed + failed), and so on; falsePositive = innocentAudited / innocent',
    'caughtFirst = audited / (audited + missed): the share of long races that end with a catch',
  ],
  source: fromLiterature('the table on trusted monitoring', 'Greenblatt et al. 2024, arXiv 2312.06942'),
  cautions: [
    'These are shares of a sample. Evidence with a `detection` measure gives bounds, and the worst of the strategies.',
  ],
  refuse: ({ audited, missed, failed, innocent, innocentAudited }) =>
    audited! + missed! + failed! === 0
      ? { message: 'no attempt was made', parameter: 'audited' }
      : innocentAudited! > innocent! || innocent === 0
        ? { message: 'more innocent actions were audited than there are', parameter: 'innocentAudited' }
        : undefined,
  rows: [
    { name: 'falsePositive', text: 'Share of the innocent that is audited.', value: (of) => rates(of).falsePositive },
    { name: 'detected', text: 'Share of the attempts that is caught.', value: (of) => rates(of).detected },
    { name: 'succeeds', text: 'Share of the attempts that succeeds unseen.', value: (of) => rates(of).succeeds },
    { name: 'neutral', text: 'Share of the attempts of which nothing comes.', value: (of) => rates(of).neutral },
    {
      name: 'caughtFirst',
      text: 'Share of long races that are caught before the first success.',
      value: (of) => rates(of).caughtFirst,
    },
  ],
  examples: [
    example(
      { audited: 24, missed: 13, failed: 34, innocent: 1429, innocentAudited: 29 },
      { falsePositive: '.0203', detected: '.338', succeeds: '.183', neutral: '.479', caughtFirst: '.6486' },
      'T8; published for the last: 62 %, which its source calls not exactly reproducible',
    ),
  ],
});
