import './argument.css';
import { Empty, ViewLink } from '../../kit/index.js';
import { useModel } from '../../workspace/index.js';
import { Argument } from './argument.js';

export default function ArgumentView() {
  const model = useModel();
  const of = model?.case ?? model?.readable;
  if (model === undefined || of == null) {
    return (
      <Empty title="This text cannot be read yet, so that there is nothing to draw">
        <ViewLink view="text">See what is wrong with it</ViewLink>
      </Empty>
    );
  }
  if (of.elements.length === 0) {
    return (
      <Empty title="There is no argument yet">
        <p>
          A case argues a claim: that an unacceptable outcome will not occur. Write the first goal into the text, and it
          stands here; everything below it can then be added in the diagram.
        </p>
        <ViewLink view="text">Write the first goal</ViewLink>
      </Empty>
    );
  }
  return <Argument model={model} of={of} />;
}
