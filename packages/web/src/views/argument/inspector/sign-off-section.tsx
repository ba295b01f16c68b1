import type { Element } from '@surety/core/case';
import { useMemo } from 'react';
import { Badge, ViewLink } from '../../../kit/index.js';
import { useAnswer } from '../../../workspace/index.js';
import { useArgument } from '../use-argument.js';
import { Section } from './section.js';

const mostListed = 6;

/** Who signed what this element is part of, and whether that is still what stands there. */
export function SignOffSection({ element: { id } }: { readonly element: Element }) {
  const { look } = useArgument();
  const asked = useAnswer('signOffs', null);
  const value = 'value' in asked ? asked.value : undefined;
  const covering = useMemo(() => {
    const below = new Map<string, ReadonlySet<string>>();
    return (value?.given ?? []).filter(({ signOff }) => {
      if (signOff.element === undefined) return true;
      const known = below.get(signOff.element) ?? look.below([signOff.element]);
      below.set(signOff.element, known);
      return known.has(id);
    });
  }, [value, look, id]);
  return (
    <Section title="Sign-off">
      {covering.length === 0 && <p className="soft">Nobody signed it, nor anything that it is part of.</p>}
      {covering.slice(0, mostListed).map(({ signOff, state, unsigned }) => (
        <p key={`${signOff.role} ${signOff.who} ${signOff.of}`}>
          <Badge tone={state === 'current' && unsigned === undefined ? 'good' : 'open'}>
            {unsigned === undefined ? state : 'not signed'}
          </Badge>{' '}
          {signOff.who}, {signOff.role}
          <span className="soft">
            {signOff.date === undefined ? '' : `, ${signOff.date}`}:{' '}
            {signOff.element === undefined ? 'the whole case' : `${signOff.element} and what is below`}
          </span>
        </p>
      ))}
      {covering.length > mostListed && <p className="soft">and {covering.length - mostListed} more</p>}
      <p>
        <ViewLink view="review" params={{ at: id }}>
          Review and sign
        </ViewLink>
      </p>
    </Section>
  );
}
