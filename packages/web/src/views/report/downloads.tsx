import { useEffect, useRef } from 'react';
import type { ReportAsk } from '../../compute/analysis-questions.js';
import { Button } from '../../kit/index.js';
import { useLongAnswer, useWorkspace } from '../../workspace/index.js';
import { saveAs } from './save-as.js';

const forms = [
  ['html', 'HTML', 'text/html'],
  ['markdown', 'Markdown', 'text/markdown'],
  ['json', 'JSON', 'application/json'],
] as const;
const endings = { html: 'html', markdown: 'md', json: 'json' } as const;

/** The report as a file, with the same bytes that `surety report` writes for the same choices. */
export function Downloads({ ask, name }: { readonly ask: () => Omit<ReportAsk, 'form'>; readonly name: string }) {
  const workspace = useWorkspace();
  const { asked, run } = useLongAnswer('report');
  const wanted = useRef<(typeof forms)[number] | undefined>(undefined);
  useEffect(() => {
    if (asked.state === 'failed') workspace.notify('bad', `No report was made: ${asked.why}`);
    if (asked.state !== 'ready' || wanted.current === undefined) return;
    const [form, , type] = wanted.current;
    wanted.current = undefined;
    if (asked.value.kind === 'unknown') {
      workspace.notify('bad', `There is no ${asked.value.name} that could be withheld: no report was made`);
      return;
    }
    saveAs(`${name}.${endings[form]}`, asked.value.text, type);
  }, [asked, name, workspace]);
  const start = (one: (typeof forms)[number]) => {
    wanted.current = one;
    // As JSON it is for programs, and holds what every reader needs.
    const { audience, ...rest } = ask();
    run({ form: one[0], ...rest, ...(one[0] === 'json' || audience === undefined ? {} : { audience }) });
  };
  return (
    <div className="row">
      <span className="soft">Save as</span>
      {forms.map((one) => (
        <Button key={one[0]} isDisabled={asked.state === 'running'} onPress={() => start(one)}>
          {one[1]}
        </Button>
      ))}
      {asked.state === 'running' && (
        <span className="soft" role="status">
          {asked.words} …
        </span>
      )}
    </div>
  );
}
