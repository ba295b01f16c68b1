import { useMemo } from 'react';
import { Card, Check, Empty, Skeleton, ViewLink } from '../../kit/index.js';
import { useAnswer } from '../../workspace/index.js';
import { checklistOf, type Group } from './checklist-items.js';
import { useLookedAt } from './looked-at.js';
import type { PartProps } from './part-props.js';

/** What this case asks an assessor to look at, derived from what it says and lacks. */
export function Checklist({ of, assessment }: PartProps) {
  const steps = useAnswer('steps', null);
  const challenges = useAnswer('challenges', null);
  const signOffs = useAnswer('signOffs', null);
  const { marks, mark, lost } = useLookedAt(of.id);
  const groups = useMemo(
    () =>
      steps.value === undefined || challenges.value === undefined || signOffs.value === undefined
        ? undefined
        : checklistOf({
            of,
            assessment,
            steps: steps.value,
            challenges: challenges.value,
            signOffs: signOffs.value,
          }),
    [of, assessment, steps.value, challenges.value, signOffs.value],
  );
  const failed = [steps, challenges, signOffs].find(({ state }) => state === 'failed');
  if (failed?.state === 'failed') return <p role="status">{failed.why}</p>;
  if (groups === undefined) return <Skeleton height={420} label="Making the checklist" />;
  const all = groups.flatMap(({ items }) => items);
  const seen = all.filter(({ key }) => marks.has(key)).length;
  if (all.length === 0) {
    return (
      <Empty title="Nothing is left to look at by this list">
        <p>The rules find nothing, every challenge is answered, every step assessed, every role signed.</p>
      </Empty>
    );
  }
  return (
    <>
      <p className="soft review-lead">
        What the case itself leaves open. A mark says that you looked at something, and nothing more; marks are kept in
        this browser and not in the case. Where the text of a point changes, its mark goes. {lost}
      </p>
      <p role="status">
        <progress max={all.length} value={seen} aria-label="Looked at" /> {seen} of {all.length} looked at
      </p>
      {groups.map((group) => (
        <OneGroup key={group.title} group={group} marks={marks} onMark={mark} />
      ))}
    </>
  );
}

function OneGroup({
  group: { title, why, items },
  marks,
  onMark,
}: {
  readonly group: Group;
  readonly marks: ReadonlySet<string>;
  readonly onMark: (key: string, isOn: boolean) => void;
}) {
  const seen = items.filter(({ key }) => marks.has(key)).length;
  return (
    <Card title={title} aside={<span className="soft">{`${seen} of ${items.length}`}</span>}>
      <p className="soft">{why}</p>
      <ul className="review-list">
        {items.map(({ key, text, place: { view, params } }) => (
          <li key={key} className="review-item">
            <Check isOn={marks.has(key)} onTurn={(isOn) => onMark(key, isOn)}>
              <span>{text}</span>
            </Check>
            <ViewLink view={view} params={params}>
              Look<span className="visually-hidden"> at it: {text}</span>
            </ViewLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
