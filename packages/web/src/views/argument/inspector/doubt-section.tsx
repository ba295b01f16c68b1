import { type Element, formatDoubt, formatProbability } from '@surety/core/case';
import type { Doubt, LeafAssessment, LeafSource } from '@surety/core/doubt';
import { Button, ViewLink } from '../../../kit/index.js';
import { whyNot } from '../edit/actions.js';
import { useArgument } from '../use-argument.js';
import { Section } from './section.js';

/** The three numbers of an element, and where they come from. */
export function DoubtSection({ element }: { readonly element: Element }) {
  const { model } = useArgument();
  const { assessment } = model;
  const setting = <SetDoubt element={element} />;
  if (assessment === null) {
    return (
      <Section title="Doubt">
        <p className="soft">Nothing is computed while the text has errors or the argument has no meaning.</p>
        {setting}
      </Section>
    );
  }
  if (!assessment.quantified) {
    return (
      <Section title="Doubt">
        <p className="soft">No doubt is stated anywhere in this case, so that no number is shown.</p>
        {setting}
      </Section>
    );
  }
  const assessed = assessment.elements.find(({ id }) => id === element.id);
  const leaves = assessment.leaves.filter((leaf) => leaf.element === element.id || leaf.sameAs.includes(element.id));
  const doubt = assessed?.doubt;
  return (
    <Section title="Doubt">
      {doubt === undefined ? (
        <p className="soft">It carries no truth value of its own.</p>
      ) : (
        <dl className="numbers">
          <OneNumber name="Declared" doubt={doubt.declared} main />
          <OneNumber name="If all were independent" doubt={doubt.independent} />
          <OneNumber name="Whatever the dependence" doubt={doubt.bound} />
        </dl>
      )}
      <Computed element={element} />
      {leaves.map((leaf) => (
        <Leaf key={leaf.id} leaf={leaf} />
      ))}
      {(assessed?.subjectTo.length ?? 0) > 0 && (
        <p className="soft">Also subject to the assumptions {assessed!.subjectTo.join(', ')}, cited above it.</p>
      )}
      {setting}
    </Section>
  );
}

/** Where an element states a doubt of its own, or could. */
function SetDoubt({ element }: { readonly element: Element }) {
  const { act, look, locked } = useArgument();
  if (locked !== undefined || whyNot('doubt', element, look) !== undefined) return null;
  return (
    <div>
      <Button onPress={() => act('doubt')}>{element.challenge === undefined ? 'Set doubt …' : 'Set strength …'}</Button>
    </div>
  );
}

function OneNumber({
  name,
  doubt,
  main = false,
}: {
  readonly name: string;
  readonly doubt: Doubt;
  readonly main?: boolean;
}) {
  return (
    <div className={main ? 'main-number' : ''}>
      <dt>{name}</dt>
      <dd className="number">
        {formatDoubt(doubt)}
        {doubt.p5 !== undefined && doubt.p95 !== undefined && (
          <span className="soft">
            {' '}
            90 % between {formatProbability(doubt.p5)} and {formatProbability(doubt.p95)}
          </span>
        )}
      </dd>
    </div>
  );
}

/** How the number of something argued comes about. */
function Computed({ element }: { readonly element: Element }) {
  const { model } = useArgument();
  const { supportedBy, combine, legs, inference, id } = element;
  if (supportedBy.length === 0) return null;
  const names = supportedBy.map(({ to }) => to).join(', ');
  const how =
    combine.kind === 'all'
      ? `It fails if its step or anything of ${names} fails.`
      : combine.kind === 'any'
        ? `Any one of ${names} is enough.`
        : `At least ${combine.k} of ${names} are needed.`;
  const dependence =
    combine.kind === 'all'
      ? undefined
      : legs.kind === 'independent'
        ? `The legs are declared independent${legs.because === undefined ? '' : `: ${legs.because}`}.`
        : legs.kind === 'beta'
          ? `With probability ${formatProbability(legs.beta)} their diversity is worth nothing${legs.because === undefined ? '' : `: ${legs.because}`}.`
          : 'Nothing is declared about how the legs depend on each other, so that they get no credit for diversity.';
  const chosen =
    model.assessment?.outcomes.flatMap((outcome) => outcome.legs.filter(({ element: at }) => at === id)) ?? [];
  return (
    <>
      <p>{how}</p>
      {dependence !== undefined && <p className="soft">{dependence}</p>}
      {chosen.length > 0 && (
        <p className="soft">Counted: {[...new Set(chosen.flatMap((one) => one.legs))].join(', ')}.</p>
      )}
      {inference === undefined && (
        <p className="soft">Nobody assessed the step from these to it; it counts as sound.</p>
      )}
    </>
  );
}

const sources: Readonly<Record<LeafSource, string>> = {
  evidence: 'from evidence',
  elicited: 'elicited',
  quantity: 'from a quantity',
  undeveloped: 'undeveloped: doubt 1',
  'nothing stated': 'nothing is stated: doubt 1',
  limit: 'beyond a limit that it states',
  blocked: 'its evidence may not be used: doubt 1',
  'no value': 'its quantity has no value: doubt 1',
};

function Leaf({ leaf }: { readonly leaf: LeafAssessment }) {
  const { kind, source, doubt, formula, how, counts, policy, by, because, evidence, quantities, spread, jeffreys } =
    leaf;
  const title =
    kind === 'inference'
      ? 'Step of inference'
      : kind === 'challenge'
        ? 'Strength: it is right with probability'
        : kind === 'limit'
          ? 'Limit'
          : 'Own doubt';
  return (
    <div className="leaf">
      <p>
        <strong>{title}</strong> {doubt !== undefined && <span className="number">{formatDoubt(doubt)}</span>}{' '}
        <span className="soft">{sources[source]}</span>
      </p>
      {formula !== undefined && <p className="formula">{formula}</p>}
      {how !== undefined && <p>{how}</p>}
      {counts !== undefined && (
        <p className="soft">
          Counted {counts}
          {policy === undefined ? '' : `; ${policy}`}
        </p>
      )}
      {jeffreys !== undefined && <p className="soft">By the Jeffreys posterior: {formatProbability(jeffreys)}</p>}
      {spread !== undefined && (
        <p className="soft">
          Means of the experts from {formatProbability(spread.lowest)} to {formatProbability(spread.highest)}
        </p>
      )}
      {by.length > 0 && <p className="soft">By {by.join(', ')}</p>}
      {because.map((words) => (
        <p key={words} className="soft">
          “{words}”
        </p>
      ))}
      {evidence.map((id) => (
        <p key={id}>
          <ViewLink view="evidence" params={{ at: id }}>
            Evidence {id}
          </ViewLink>
        </p>
      ))}
      {quantities.length > 0 && <p className="soft">Rests on {quantities.join(', ')}</p>}
    </div>
  );
}
