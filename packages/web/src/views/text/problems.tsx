import type { Diagnostic } from '@surety/core/case';
import { Badge, toneOfSeverity, Words } from '../../kit/index.js';

const ranks: readonly Diagnostic['severity'][] = ['error', 'warning', 'info'];
const mostShown = 200;

/** What is found in the text, errors first, each with its place; picking one goes there. */
export function Problems({
  findings,
  onPick,
}: {
  readonly findings: readonly Diagnostic[];
  readonly onPick: (finding: Diagnostic) => void;
}) {
  const standing = findings
    .filter(({ waived }) => waived === undefined)
    .sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
  return (
    <section className="problems" aria-label="Findings">
      <h2>
        {standing.length === 0 ? 'No findings' : `${standing.length} ${standing.length === 1 ? 'finding' : 'findings'}`}
      </h2>
      <ul>
        {standing.slice(0, mostShown).map((finding) => {
          const { code, severity, message, hint, range } = finding;
          return (
            <li key={`${range.file}:${range.start.offset}:${code}:${message}`}>
              <button type="button" onClick={() => onPick(finding)}>
                <Badge tone={toneOfSeverity[severity]}>{severity}</Badge>
                <span>
                  <Words>{message}</Words>{' '}
                  {hint !== undefined && (
                    <span className="soft">
                      <Words>{hint}</Words>
                    </span>
                  )}
                </span>
                <span className="soft place">
                  {range.file}:{range.start.line}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {standing.length > mostShown && <p className="soft">and {standing.length - mostShown} more</p>}
    </section>
  );
}
