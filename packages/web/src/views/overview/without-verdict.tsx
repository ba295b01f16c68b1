import type { Model } from '../../compute/questions.js';
import { Badge, ViewLink, Words } from '../../kit/index.js';

const most = 5;

/** Why there is no verdict: the findings in whose presence nothing is computed, each with its place. */
export function WithoutVerdict({ model }: { readonly model: Model }) {
  const standing = model.fatal.length > 0 ? model.fatal : model.findings.filter(({ severity }) => severity === 'error');
  return (
    <section className="ov-answer bad" aria-label="Why there is no verdict">
      <strong>There is no verdict while this stands</strong>
      <ul className="ov-list">
        {standing.slice(0, most).map(({ code, message, range, hint }) => (
          <li key={`${range.file} ${range.start.line} ${range.start.column} ${code}`}>
            <ViewLink view="text" params={{ file: range.file, line: `${range.start.line}` }}>
              {range.file}:{range.start.line}
            </ViewLink>{' '}
            <Words>{message}</Words> <Badge tone="plain">{code}</Badge>
            {hint !== undefined && (
              <p className="soft">
                <Words>{hint}</Words>
              </p>
            )}
          </li>
        ))}
        {standing.length > most && (
          <li>
            <ViewLink view="text">and {standing.length - most} more</ViewLink>
          </li>
        )}
      </ul>
    </section>
  );
}
