import type { Element } from '@surety/core/case';
import { Badge, toneOfSeverity, Words } from '../../../kit/index.js';
import { useArgument } from '../use-argument.js';
import { Section } from './section.js';

/** What the rules found at an element, and what of it blocks a verdict. */
export function FindingsSection({ element: { id, evidence } }: { readonly element: Element }) {
  const { model } = useArgument();
  const findings = model.findings.filter(({ element }) => element === id);
  const blocking = (model.assessment?.outcomes ?? []).flatMap((outcome) =>
    outcome.reasons
      .filter(
        ({ blocks, element, evidence: about }) =>
          blocks && (element === id || (about !== undefined && about === evidence)),
      )
      .map(({ text }) => ({ outcome: outcome.id, text })),
  );
  if (findings.length + blocking.length === 0) return null;
  return (
    <Section title="Findings">
      {blocking.map(({ outcome, text }) => (
        <p key={outcome + text}>
          <Badge tone="bad">blocks {outcome}</Badge> {text}
        </p>
      ))}
      {findings.map(({ code, severity, message, hint, waived }) => (
        <div key={code + message} className="finding">
          <p>
            <Badge tone={waived === undefined ? toneOfSeverity[severity] : 'plain'}>
              {waived === undefined ? severity : 'waived'}
            </Badge>{' '}
            <code>{code}</code>
          </p>
          <p>
            <Words>{message}</Words>
          </p>
          {hint !== undefined && (
            <p className="soft">
              <Words>{hint}</Words>
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}
