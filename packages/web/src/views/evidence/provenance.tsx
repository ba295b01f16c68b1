import type { ReactNode } from 'react';
import { Badge, Card, ViewLink } from '../../kit/index.js';
import type { EvidenceRow } from './rows.js';

/** Digests of a folder of logs that are listed. */
const mostListed = 10;

/** Where it comes from, and what holds it in place. */
export function Provenance({ row }: { readonly row: EvidenceRow }) {
  const { evidence, assessed, attestation: check } = row;
  const { sources, about, by, collected, expires, attestation, keys, transfer, confidential } = evidence;
  const digests = assessed?.digests ?? [];
  const models = assessed?.models ?? [];
  return (
    <Card title="Provenance">
      <dl className="ev-facts">
        <Fact name="Source">
          {sources.length === 0 && <span className="soft">none is named</span>}
          {sources.map(({ path }) => (
            <div key={path}>
              <code className="ev-break">{path}</code>
            </div>
          ))}
        </Fact>
        <Fact name="Digest (SHA-256)">
          {digests.length === 0 && <span className="soft">nothing was read</span>}
          {digests.slice(0, mostListed).map((digest) => (
            <div key={digest}>
              <code className="ev-break">{digest}</code>
            </div>
          ))}
          {digests.length > mostListed && <span className="soft">and {digests.length - mostListed} more</span>}
        </Fact>
        <Fact name="Reader">
          {assessed?.reader || evidence.reader || <span className="soft">none recognised it</span>}
        </Fact>
        <Fact name="Collected">
          {collected ?? 'no day is stated'}
          {by === undefined ? '' : `, by ${by}`}
        </Fact>
        <Fact name="Expires">{expires ?? 'no expiry is stated'}</Fact>
        <Fact name="About">
          {about?.subsystem === undefined && about?.model === undefined && (
            <span className="soft">no subsystem or model is named</span>
          )}
          {about?.subsystem}
          {about?.model !== undefined && (
            <div>
              <code className="ev-break">{about.model}</code>
            </div>
          )}
        </Fact>
        {models.length > 0 && <Fact name="Model in the log">{models.join(', ')}</Fact>}
        {transfer !== undefined && (
          <Fact name="Carried over by">
            <ViewLink view="argument" params={{ at: transfer }}>
              {transfer}
            </ViewLink>
          </Fact>
        )}
        <Fact name="Attestation">
          {attestation === undefined ? (
            <span className="soft">
              none; <code>surety evidence attest {evidence.id}</code> signs what was counted
            </span>
          ) : (
            <>
              <code className="ev-break">{attestation.path}</code>
              {check?.by !== undefined && <div>Signed by {check.by}</div>}
              {check?.signedAt !== undefined && <div>Signed on {check.signedAt}</div>}
              {check?.says !== undefined && <div>It speaks of the {saysWords[check.says]}.</div>}
              {(check?.faults ?? []).map(({ kind, detail }) => (
                <div key={detail}>
                  <Badge tone="bad">{kind}</Badge> {detail}
                </div>
              ))}
              {keys.length > 0 && <div className="soft">Keys that count: {keys.join(', ')}</div>}
            </>
          )}
        </Fact>
        {confidential !== undefined && <Fact name="Confidential">It is left out of reports for the public.</Fact>}
      </dl>
      <p>
        <ViewLink view="text" params={{ file: evidence.origin.file }}>
          Where it is stated: {evidence.origin.file}
        </ViewLink>
      </p>
    </Card>
  );
}

const saysWords = {
  evidence: 'evidence of this case',
  'test result': 'result of a test',
  bytes: 'bytes alone',
} as const;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
