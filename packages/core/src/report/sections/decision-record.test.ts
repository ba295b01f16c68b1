import { expect, it } from 'vitest';
import { renderMarkdown } from '../index.js';
import { inputFor } from '../report.testing.js';

const text = `surety: 1
case: { id: tiny, title: Tiny, owner: safety }
policy: { severities: { grave: { probability: 1e-3, per: window } }, required: [decision maker] }
decision: { kind: train, question: Go on training?, options: [go on, stop], window: { from: 2026-12-01, to: 2026-12-31 } }
outcomes:
  leak:
    text: A leak
    severity: grave
    claim: G1
    threshold: { probability: 2e-3, per: window, approved: { by: board, date: 2026-10-01, probability: 5e-4 } }
argument:
  G1: { text: No leak, doubt: 1e-5 }
  D1: { type: challenge, challenges: G1, text: Too few tests, status: accepted }
review:
  signoffs:
    - { role: author, who: Ada, date: 2026-11-20, of: "sha256:${'0'.repeat(64)}" }
`;

it('says who decides what, on which verdict, when, and what was left to stand', () => {
  const markdown = renderMarkdown(inputFor(text), 'decision-maker').replaceAll('\u00a0', ' ');
  const record = markdown.slice(markdown.indexOf('The decision, on record'));
  const said = [
    '- Question: Go on training?',
    '- Kind: train further',
    '- Options: go on and stop',
    '- On the case: status draft, owner safety',
    '- As of: 2026-11-23; `sha256:',
    '| leak | ✗ **Not supported** | 0.2 % | board, 2026-10-01<br>✗ **raised since** approved 0.05 % | 0.1 % |',
    '| decision maker | leak | ! **not signed** | nobody yet |',
    '| author | the whole case | ✗ **signed an earlier content** | Ada, 2026-11-20 |',
    '| The challenge D1 | – | – | Too few tests |',
  ];
  for (const line of said) expect(record).toContain(line);
});
