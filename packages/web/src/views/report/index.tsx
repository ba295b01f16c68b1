import './report.css';
import type { Audience } from '@surety/core/report';
import { useCallback, useEffect, useState } from 'react';
import type { ReportAsk } from '../../compute/analysis-questions.js';
import { Button, Empty, ViewLink } from '../../kit/index.js';
import { useLongAnswer, useModel } from '../../workspace/index.js';
import { Choices, type Withholding, withheldNames } from './choices.js';
import { Downloads } from './downloads.js';
import { Preview } from './preview.js';

const nothingWithheld: Withholding = { marked: false, levels: [], names: '' };

/** The report as whoever decides will read it: previewed, printed, and saved as a file. */
export default function Report() {
  const model = useModel();
  const [audience, setAudience] = useState<Audience | undefined>();
  const [withholding, setWithholding] = useState(nothingWithheld);
  const [outlook, setOutlook] = useState(false);
  const { asked, args, run, stop, isOld } = useLongAnswer('report');
  const assessed = model?.assessment != null;

  const names = withheldNames(withholding);
  const key = JSON.stringify([audience, names, outlook]);
  const ask = useCallback((): Omit<ReportAsk, 'form'> => {
    const [reader, redact, ahead] = JSON.parse(key) as [Audience | null, readonly string[] | null, boolean];
    return {
      ...(reader === null ? {} : { audience: reader }),
      ...(redact === null ? {} : { redact }),
      ...(ahead ? { outlook: true } : {}),
    };
  }, [key]);
  const make = useCallback(() => run({ form: 'html', ...ask() }), [run, ask]);
  useEffect(() => {
    if (assessed) make();
  }, [assessed, make]);
  const isAsked = JSON.stringify(args) === JSON.stringify({ form: 'html', ...ask() });

  if (!assessed) {
    return (
      <div className="view">
        <h1>Report</h1>
        <Empty title="There is no report while the case cannot be assessed">
          <p>A report says what a case is worth. Mend what is wrong with the text first.</p>
          <ViewLink view="text">See what is wrong with it</ViewLink>
        </Empty>
      </div>
    );
  }
  return (
    <div className="view">
      <h1>Report</h1>
      <Choices
        audience={audience}
        onAudience={setAudience}
        withholding={withholding}
        onWithholding={setWithholding}
        outlook={outlook}
        onOutlook={(wanted) => {
          // Nobody has to wait for an outlook that is not wanted any more.
          stop();
          setOutlook(wanted);
        }}
      />
      {isOld && (
        <p className="bar" role="status">
          The case changed since this was made.
          <Button onPress={make}>Make it anew</Button>
        </p>
      )}
      <Preview asked={asked} isAsked={isAsked}>
        <Downloads ask={ask} name={model.case?.id ?? 'report'} />
      </Preview>
    </div>
  );
}
