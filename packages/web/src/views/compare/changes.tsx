import type { ChangeBlock, ChangeLine, Fact } from '@surety/core/diff/told';
import { Badge, Card, type Tone } from '../../kit/index.js';

const tones: Readonly<Record<ChangeLine['change'], Tone>> = {
  added: 'good',
  removed: 'bad',
  moved: 'plain',
  changed: 'open',
  renamed: 'plain',
};
const mostShown = 200;

/** Everything that changed in what the case says, section by section. */
export function Changes({ blocks }: { readonly blocks: readonly ChangeBlock[] }) {
  return (
    <Card title="What changed in the case">
      {blocks.map(({ title, lines }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {lines.slice(0, mostShown).map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a thing may have several lines, and the list is never reordered
              <Line key={at} line={line} />
            ))}
          </ul>
          {lines.length > mostShown && <p className="soft">and {lines.length - mostShown} more</p>}
        </section>
      ))}
    </Card>
  );
}

function Line({ line: { change, name, text, facts } }: { readonly line: ChangeLine }) {
  return (
    <li className="change">
      <div className="row">
        <Badge tone={tones[change]}>{change}</Badge>
        <strong>{name}</strong>
        <span>{text}</span>
      </div>
      {facts.length > 0 && (
        <dl>
          {facts.map((fact) => (
            <OneFact key={`${fact.label}:${fact.text.map((hunk) => hunk.text).join('')}`} fact={fact} />
          ))}
        </dl>
      )}
    </li>
  );
}

function OneFact({ fact: { label, text } }: { readonly fact: Fact }) {
  return (
    <>
      <dt className="soft">{label}</dt>
      <dd>
        {text.map(({ kind, text: part }, at) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: hunks follow one another in the text and have no other name
          if (kind === 'same') return <span key={at}>{part}</span>;
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          return kind === 'added' ? <ins key={at}>{part}</ins> : <del key={at}>{part}</del>;
        })}
      </dd>
    </>
  );
}
