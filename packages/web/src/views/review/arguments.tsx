import type { Case, Element } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import { useMemo } from 'react';
import { ViewLink } from '../../kit/index.js';
import { doubtWords } from './doubt-words.js';

const mostChildren = 6;
const deepest = 2;

/** The top of an argument as an outline: a claim and what it rests on, two steps down. */
export function Arguments({
  of,
  assessment,
  root,
}: {
  readonly of: Case;
  readonly assessment: Assessment;
  readonly root: Element;
}) {
  const elements = useMemo(() => new Map(of.elements.map((element) => [element.id, element])), [of]);
  const doubts = useMemo(
    () =>
      new Map(
        assessment.elements.flatMap(({ id, doubt }) => (doubt === undefined ? [] : [[id, doubt.declared] as const])),
      ),
    [assessment],
  );
  const item = (element: Element, depth: number) => {
    const { id, text, undeveloped } = element;
    const doubt = doubts.get(id);
    const below = element.supportedBy.flatMap(({ to }) => elements.get(to) ?? []);
    return (
      <li key={id}>
        <ViewLink view="argument" params={{ at: id }}>
          {id}
        </ViewLink>{' '}
        {text}
        <span className="soft number">{doubt === undefined ? '' : ` ${doubtWords(doubt)}`}</span>
        {undeveloped && <span className="soft"> (undeveloped)</span>}
        {below.length > 0 && depth < deepest && (
          <ul>
            {below.slice(0, mostChildren).map((one) => item(one, depth + 1))}
            {below.length > mostChildren && <li className="soft">and {below.length - mostChildren} more</li>}
          </ul>
        )}
        {below.length > 0 && depth === deepest && <span className="soft"> (rests on {below.length} more)</span>}
      </li>
    );
  };
  return <ul className="review-outline">{item(root, 0)}</ul>;
}
