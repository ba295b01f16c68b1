import { formatProbability } from '@surety/core/case';
import type { AssessmentDiff, OutcomeDiff } from '@surety/core/diff';
import { cutSetWords, doubtWords, evidenceWords, isNews } from '@surety/core/diff/told';
import { Badge, Card, Table, type Tone, VerdictBadge, ViewLink } from '../../kit/index.js';

const words: Readonly<Record<OutcomeDiff['verdict'], readonly [Tone, string]>> = {
  worse: ['bad', 'worse'],
  better: ['good', 'better'],
  same: ['plain', 'same verdict'],
  other: ['open', 'another kind of verdict'],
  new: ['open', 'new'],
  gone: ['open', 'no longer looked at'],
};
const mostShown = 20;

/** What the changes did to the verdicts, the doubts of elements, and the evidence. */
export function Verdicts({ diff: { outcomes, elements, evidence, asOf, seed } }: { readonly diff: AssessmentDiff }) {
  return (
    <Card
      title="What it did to the verdicts"
      aside={
        <span className="soft">
          both as of {asOf}, seed {seed}
        </span>
      }
    >
      <ul className="stack">
        {outcomes.map((outcome) => (
          <OutcomeRow key={outcome.id} outcome={outcome} />
        ))}
      </ul>
      {elements.length > 0 && (
        <>
          <h3>Doubts that moved</h3>
          <ul className="lines">
            {elements.slice(0, mostShown).map((element) => (
              <li key={element.id}>
                <ViewLink view="argument" params={{ at: element.id }}>
                  {element.id}
                </ViewLink>{' '}
                <span className="number">{doubtWords(element)}</span>
              </li>
            ))}
            {elements.length > mostShown && <li className="soft">and {elements.length - mostShown} more</li>}
          </ul>
        </>
      )}
      {evidence.length > 0 && (
        <>
          <h3>Evidence</h3>
          <ul className="lines">
            {evidence.map((one) => (
              <li key={one.id}>{evidenceWords(one)}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function OutcomeRow({ outcome }: { readonly outcome: OutcomeDiff }) {
  const { id, text, verdict, before, after, sentence, reasonsCame, reasonsWent, cutSetsCame, cutSetsWent } = outcome;
  const [tone, word] = words[verdict];
  return (
    <li className="outcome-row">
      <div className="row">
        <strong>{id}</strong>
        {before !== undefined && before.verdict !== after?.verdict && <VerdictBadge verdict={before.verdict} isPast />}
        {before !== undefined && after !== undefined && before.verdict !== after.verdict && (
          <span aria-hidden="true">→</span>
        )}
        {after !== undefined && <VerdictBadge verdict={after.verdict} />}
        <Badge tone={outcome.worse ? 'bad' : tone}>{outcome.worse && tone !== 'bad' ? 'number got worse' : word}</Badge>
      </div>
      <p className="soft">{text}</p>
      <p>{sentence}</p>
      {before?.doubt !== undefined && after?.doubt !== undefined && outcome.number?.move !== 'same' && (
        <Table
          caption={`The three doubts of ${id}, before and after`}
          columns={[
            { title: 'Doubt', isHead: true, cell: (kind) => kind },
            { title: 'Before', numeric: true, cell: (kind) => upper(before.doubt![kind]) },
            { title: 'After', numeric: true, cell: (kind) => upper(after.doubt![kind]) },
          ]}
          rows={['declared', 'independent', 'bound'] as const}
          keyOf={(kind) => kind}
          isSmall
        />
      )}
      <ul className="lines">
        {reasonsCame.filter(isNews).map((reason) => (
          <li key={`+${reason.text}`}>
            <ins>{reason.blocks ? `blocks: ${reason.text}` : reason.text}</ins>
          </li>
        ))}
        {reasonsWent.filter(isNews).map((reason) => (
          <li key={`-${reason.text}`}>
            <del>{reason.blocks ? `blocked: ${reason.text}` : reason.text}</del>
          </li>
        ))}
        {cutSetsCame.map((set) => (
          <li key={`+${set.elements.join()}`}>
            <ins>among the likeliest cut sets now: {cutSetWords(set)}</ins>
          </li>
        ))}
        {cutSetsWent.map((set) => (
          <li key={`-${set.elements.join()}`}>
            <del>no longer among them: {cutSetWords(set)}</del>
          </li>
        ))}
      </ul>
    </li>
  );
}

function upper(doubt: { readonly mean: number } | { readonly upper: number }): string {
  return formatProbability('mean' in doubt ? doubt.mean : doubt.upper);
}
