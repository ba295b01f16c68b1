import { formatProbability } from '@surety/core/case';
import { intervalWords, measureWords } from '@surety/core/report';
import type { Measured } from '../../compute/evidence-questions.js';
import { Card, Table, ViewLink } from '../../kit/index.js';
import { LineText } from './line-text.js';
import { PosteriorView } from './posterior-view.js';
import type { EvidenceRow } from './rows.js';

const mostNotes = 10;

/** What was counted, by every way of counting, and what the numbers do not prove. */
export function Counted({ row, measured }: { readonly row: EvidenceRow; readonly measured: Measured }) {
  const { evidence, assessed } = row;
  const { ways, requirements, estimator, assumes, misleads, posterior } = measured;
  const notes = assessed?.notes ?? [];
  return (
    <>
      <Card title="Trials">
        {evidence.measure !== undefined && (
          <p>
            Counted are <LineText line={measureWords(evidence.measure)} />.
          </p>
        )}
        <Table
          caption="Ways of counting"
          columns={[
            { title: 'Way of counting', isHead: true, cell: ({ policy }) => policy || 'every trial as it is' },
            { title: 'Counted', cell: ({ counts }) => counts },
            ...requirements.map(({ element, doubts, worst }) => ({
              title: `Doubt of ${element}`,
              numeric: true,
              cell: ({ at }: { readonly at: number }) =>
                at === worst ? (
                  <strong>{formatProbability(doubts[at]!)} (counts)</strong>
                ) : (
                  formatProbability(doubts[at]!)
                ),
            })),
          ]}
          rows={ways.map((way, at) => ({ ...way, at }))}
          keyOf={({ policy, counts }) => `${policy} ${counts}`}
        />
        {ways.length > 1 && <p className="soft">Flawed trials are counted in the way that hurts the claim most.</p>}
        {assessed?.interval !== undefined && <p className="soft">{intervalWords(assessed.interval)}</p>}
        {notes.slice(0, mostNotes).map((note) => (
          <p key={note} className="soft">
            {capital(note)}.
          </p>
        ))}
        {notes.length > mostNotes && <p className="soft">and {notes.length - mostNotes} more notes of the reader</p>}
        <details>
          <summary>{estimator}: what it takes for granted, and where it misleads</summary>
          <ul className="ev-bullets">
            {[...assumes, ...misleads].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
        {posterior !== undefined && <PosteriorView name={row.id} posterior={posterior} />}
      </Card>
      {requirements.map((requirement) => (
        <Card
          key={requirement.element}
          title={`What ${requirement.element} requires`}
          aside={
            <ViewLink view="argument" params={{ at: requirement.element }}>
              In the argument
            </ViewLink>
          }
        >
          <p>
            It asks for <code>{requirement.asks}</code>
            {requirement.because === undefined ? '.' : `, because: ${requirement.because}`}
          </p>
          <p>
            Doubt that it is met:{' '}
            <strong className="number">{formatProbability(requirement.doubts[requirement.worst]!)}</strong>
            {requirement.formula !== undefined && (
              <>
                {' '}
                = <code>{requirement.formula}</code>
              </>
            )}
          </p>
          <p className="soft">How it follows: {requirement.how}.</p>
          {requirement.jeffreys !== undefined && (
            <p className="soft">
              By the Jeffreys posterior, for comparison: {formatProbability(requirement.jeffreys)}. The doubt is never
              taken from it.
            </p>
          )}
          {requirement.posterior !== undefined && (
            <PosteriorView name={requirement.element} posterior={requirement.posterior} />
          )}
        </Card>
      ))}
    </>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
