import { monitoringRates } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { count, number } from '../parameter.js';
import { calculatorOf, type Numbers } from '../rows.js';

const rates = ({ audited, missed, failed, innocent, innocentAudited }: Numbers) =>
  monitoringRates({
    audited: audited!,
    missed: missed!,
    failed: failed!,
    innocent: innocent!,
    innocentAudited: innocentAudited!,
  });

export const monitoring: Arithmetic = calculatorOf({
  name: 'monitoring',
  parameters: [
    number('audited', count, 'attempts that were audited, and so caught'),
    number('missed', count, 'attempts that were not audited and succeeded'),
    number('failed', count, 'attempts that were not audited and failed by themselves'),
    number('innocent', count, 'innocent actions'),
    number('innocentAudited', count, 'innocent actions that were audited'),
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
});
