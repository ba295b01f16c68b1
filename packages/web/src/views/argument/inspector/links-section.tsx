import type { Element, ElementId } from '@surety/core/case';
import { Words } from '../../../kit/index.js';
import { useArgument } from '../use-argument.js';
import { Section } from './section.js';

/** What an element rests on, what rests on it, and what is said against it. */
export function LinksSection({ element }: { readonly element: Element }) {
  const { look } = useArgument();
  const { id, supportedBy, inContextOf, challenge } = element;
  const against =
    challenge === undefined
      ? []
      : challenge.target.kind === 'element'
        ? [challenge.target.element]
        : [challenge.target.from, challenge.target.to];
  const edges = [...supportedBy, ...inContextOf];
  const groups: readonly (readonly [string, readonly ElementId[]])[] = [
    ['Rests on', supportedBy.map(({ to }) => to)],
    ['In context of', inContextOf.map(({ to }) => to)],
    ['Stands under', look.parents(id).map(({ element: parent }) => parent.id)],
    ['Challenged by', look.challengesTo(id).map((one) => one.id)],
    ['Links challenged by', edges.flatMap(({ to }) => look.challengesToLink(id, to).map((one) => one.id))],
    ['Challenges', against],
    ['Answers', look.challengesAnsweredBy(id).map((one) => one.id)],
    ['Answered by', challenge?.answeredBy === undefined ? [] : [challenge.answeredBy]],
    ['Step argued by', look.confidenceIn(id).map(({ goal }) => goal.id)],
  ];
  const shown = groups.filter(([, ids]) => ids.length > 0);
  return (
    <Section title="Links">
      {shown.length === 0 && <p className="soft">It is linked to nothing.</p>}
      {shown.map(([name, ids]) => (
        <div key={name} className="links">
          <h4>{name}</h4>
          <ul>
            {ids.map((to) => (
              <li key={to}>
                <LinkTo id={to} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function LinkTo({ id }: { readonly id: ElementId }) {
  const { look, select } = useArgument();
  const element = look.element(id);
  if (element === undefined) return <span className="soft">{id}, which is not there</span>;
  const { challenge, text } = element;
  return (
    <button type="button" className="link-to" onClick={() => select(id)}>
      <strong>{id}</strong>{' '}
      <span>
        <Words>{text}</Words>
      </span>
      {challenge !== undefined && <span className="soft"> ({challenge.status})</span>}
    </button>
  );
}
