import type { Diagnostic } from '@surety/core/case';
import type { Condition } from '@surety/core/steps';
import { useState } from 'react';
import { Answered, Badge, Button, Card, type Column, Table, ViewLink, Words } from '../../kit/index.js';
import { placeOfCondition, wordsOfCondition } from '../../trace/index.js';
import { useAnswer, useModel, useWorkspaceState } from '../../workspace/index.js';
import type { PartProps } from './part-props.js';
import { WaiveForm } from './waive-form.js';

const groups: readonly { readonly title: string; readonly has: (condition: Condition) => boolean }[] = [
  { title: 'Days', has: ({ kind }) => kind !== 'limit' && kind !== 'indicator' },
  { title: 'Limits up to which a claim holds', has: ({ kind }) => kind === 'limit' },
  { title: 'What is watched while it runs', has: ({ kind }) => kind === 'indicator' },
];

/** Everything under which the case no longer holds, and what is accepted for now although a rule minds it. */
export function Conditions({ of }: PartProps) {
  const asked = useAnswer('conditions', null);
  const findings = useModel()?.findings ?? [];
  const asOf = useWorkspaceState(({ text }) => text?.asOf) ?? '';
  const readOnly = useWorkspaceState(({ text }) => text?.readOnly === true);
  const [waiving, setWaiving] = useState<Diagnostic>();
  const open = findings.filter(({ waived, severity }) => waived === undefined && severity !== 'info');
  const columns: readonly Column<Diagnostic>[] = [
    { title: 'Rule', by: ({ code }) => code, cell: ({ code }) => <code>{code}</code> },
    {
      title: 'At',
      by: ({ element }) => element ?? '',
      cell: ({ element }) =>
        element !== undefined && (
          <ViewLink view="argument" params={{ at: element }}>
            {element}
          </ViewLink>
        ),
    },
    { title: 'What was found', cell: ({ message }) => <Words>{message}</Words> },
    {
      title: 'Waive',
      cell: (finding) => (
        <Button
          isDisabled={readOnly}
          aria-label={`Waive ${finding.code}${finding.element === undefined ? '' : ` at ${finding.element}`}`}
          onPress={() => setWaiving(finding)}
        >
          Waive
        </Button>
      ),
    },
  ];
  return (
    <>
      <Card title="Conditions">
        <Answered asked={asked} height={160} label="Looking ahead">
          {(all) =>
            all.length === 0 ? (
              <p className="soft">Nothing expires, no limit is stated and nothing is watched.</p>
            ) : (
              groups.map(({ title, has }) => <Group key={title} title={title} conditions={all.filter(has)} />)
            )
          }
        </Answered>
      </Card>
      <Card title="Waivers">
        {of.waivers.length === 0 && (
          <p className="soft">
            None. A waiver says that a finding is acceptable until a day, who accepts it and why; the finding stays
            listed.
          </p>
        )}
        <ul className="review-list">
          {of.waivers.map(({ rule, at, because, by, until, origin }) => (
            <li key={origin.path.join('/') + origin.file}>
              <div className="row">
                <code>{rule}</code>
                {at !== undefined && <span>at {at}</span>}
                {until !== undefined && (
                  <Badge tone={until < asOf ? 'bad' : 'open'}>
                    {until < asOf ? `ended ${until}` : `until ${until}`}
                  </Badge>
                )}
              </div>
              <p>
                {because ?? 'No reason is given'}
                {by !== undefined && <span className="soft"> ({by})</span>}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Findings that are not waived">
        {open.length === 0 ? (
          <p className="soft">The rules find no error and nothing to warn of.</p>
        ) : (
          <Table
            caption="Findings that are not waived"
            columns={columns}
            rows={open}
            keyOf={({ code, range, message }) => `${code} ${range.file} ${range.start.offset} ${message}`}
          />
        )}
      </Card>
      {waiving !== undefined && <WaiveForm finding={waiving} onClose={() => setWaiving(undefined)} />}
    </>
  );
}

function Group({ title, conditions }: { readonly title: string; readonly conditions: readonly Condition[] }) {
  if (conditions.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="review-list">
        {conditions.map((condition) => {
          const { view, params } = placeOfCondition(condition);
          return (
            <li key={wordsOfCondition(condition)} className="row">
              <ViewLink view={view} params={params}>
                {wordsOfCondition(condition)}
              </ViewLink>
              {condition.past && <Badge tone="bad">past</Badge>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
