import type { Step } from '@surety/core/steps';
import { Answered, Card, ViewLink } from '../../kit/index.js';
import { placeOfStep } from '../../trace/index.js';
import { useAnswer } from '../../workspace/index.js';

/** The six steps of the framework: where the case stands on each, and the next thing to write. */
export function Path() {
  const asked = useAnswer('steps', null);
  return (
    <Card title="The six steps" className="ov-path">
      <Answered asked={asked} height={264} label="Looking at the six steps">
        {({ steps }) => (
          <ol>
            {steps.map((step) => (
              <OneStep key={step.number} step={step} />
            ))}
          </ol>
        )}
      </Answered>
    </Card>
  );
}

const signs = { done: '✓', findings: '!', 'nothing said': '○' } as const;

function OneStep({ step }: { readonly step: Step }) {
  const { number, title, state, missing, next } = step;
  const open = missing.filter(({ waived }) => waived === undefined).length;
  const place = placeOfStep(number);
  const said = state === 'done' ? 'nothing missing' : state === 'nothing said' ? 'nothing said yet' : `${open} missing`;
  return (
    <li className={`ov-step ${state.replace(' ', '-')}`}>
      <span aria-hidden="true" className="ov-sign">
        {signs[state]}
      </span>
      <div>
        <div className="ov-line">
          <ViewLink view={place.view} params={place.params}>
            {number}. {title.value}
          </ViewLink>
          <span className="soft">{said}</span>
        </div>
        {next !== undefined && (
          <p className="ov-next">
            <span className="soft">Next: </span>
            <ViewLink view="text" params={{ file: next.file, line: `${next.line}` }} className="quiet-link">
              {next.message}
            </ViewLink>
          </p>
        )}
      </div>
    </li>
  );
}
