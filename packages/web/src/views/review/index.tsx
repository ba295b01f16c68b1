import './review.css';
import type { ComponentType } from 'react';
import { useRoute } from '../../app/route.js';
import { Empty, Parts, ViewLink } from '../../kit/index.js';
import { useModel } from '../../workspace/index.js';
import { Activity } from './activity.js';
import { Challenges } from './challenges.js';
import { Checklist } from './checklist.js';
import { Conditions } from './conditions.js';
import type { PartProps } from './part-props.js';
import { type PartName, partOf, parts } from './parts.js';
import { SignOff } from './sign-off.js';
import { Trial } from './trial.js';

const components: Readonly<Record<PartName, ComponentType<PartProps>>> = {
  challenges: Challenges,
  trial: Trial,
  'sign-off': SignOff,
  checklist: Checklist,
  conditions: Conditions,
  activity: Activity,
};

/** What others say against the case, and who stands for it. */
export default function Review() {
  const model = useModel();
  const { params } = useRoute();
  if (model?.case == null || model.assessment == null) {
    return (
      <div className="view">
        <h1>Review</h1>
        <Empty title="Nothing is computed while the text has errors">
          <ViewLink view="text">See what is wrong with it</ViewLink>
        </Empty>
      </div>
    );
  }
  const part = partOf(model.case, params);
  const Part = components[part];
  return (
    <div className="view">
      <h1>Review</h1>
      <Parts view="review" label="Parts of the review" parts={parts} current={part} />
      <Part of={model.case} assessment={model.assessment} />
    </div>
  );
}
