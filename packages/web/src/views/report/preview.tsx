import { type ReactNode, useEffect, useState } from 'react';
import type { ReportAnswer } from '../../compute/analysis-questions.js';
import { Button, Empty, Skeleton } from '../../kit/index.js';
import { reason } from '../../reason.js';
import { type Long, useWorkspace } from '../../workspace/index.js';

type Shown =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'shown'; readonly url: string; readonly of: ReportAnswer & { readonly kind: 'report' } }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * The report in a frame. All text of the case in it is escaped; and were it not, it could do nothing here: the frame is
 * sandboxed without an origin (no token, no storage, no reach into this page), and the server sends it with a policy that
 * allows it nothing but its own inline script and style, and no request to anywhere.
 */
export function Preview({
  asked,
  isAsked,
  children,
}: {
  readonly asked: Long<ReportAnswer>;
  /** It is of the choices as they are made now. */
  readonly isAsked: boolean;
  /** Further things that can be done with the report. */
  readonly children: ReactNode;
}) {
  const workspace = useWorkspace();
  const [shown, setShown] = useState<Shown>({ kind: 'waiting' });
  useEffect(() => {
    if (asked.state === 'failed') setShown({ kind: 'failed', why: asked.why });
    if (asked.state !== 'ready') return;
    const { value } = asked;
    if (value.kind === 'unknown') {
      const near = value.nearest === undefined ? '' : ` Did you mean ${value.nearest}?`;
      setShown({ kind: 'failed', why: `There is no ${value.name} that could be withheld.${near}` });
      return;
    }
    let over = false;
    workspace.client.preview(value.text).then(
      ({ url }) => over || setShown({ kind: 'shown', url, of: value }),
      (error: unknown) => over || setShown({ kind: 'failed', why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [asked, workspace]);

  const print = (html: string) => {
    // Opened at once, since a window that opens later counts as one that nobody asked for.
    const tab = window.open('', '_blank');
    if (tab === null) {
      workspace.notify('bad', 'The browser did not open a tab for the report');
      return;
    }
    tab.opener = null;
    workspace.client.preview(html).then(
      ({ url }) => {
        tab.location.href = new URL(url, location.href).href;
      },
      (error: unknown) => {
        tab.close();
        workspace.notify('bad', `The report could not be opened: ${reason(error)}`);
      },
    );
  };

  if (shown.kind === 'failed') return <Empty title="No report was made">{shown.why}</Empty>;
  if (shown.kind === 'waiting') {
    return (
      <>
        <p className="soft" role="status">
          {asked.state === 'running' ? asked.words : 'Making the report'} …
        </p>
        <Skeleton height={640} label="Making the report" />
      </>
    );
  }
  // What was made before a choice, as of what is to be withheld, is not given away for what is made by it.
  const isCurrent = isAsked && asked.state === 'ready' && asked.value === shown.of;
  return (
    <div className="report-preview">
      <div className="row">
        <Button look="primary" isDisabled={!isCurrent} onPress={() => print(shown.of.text)}>
          Open in a tab, to print
        </Button>
        {children}
        {!isCurrent && (
          <strong role="status">
            Still the report of before. Making it anew{asked.state === 'running' && `: ${asked.words}`} …
          </strong>
        )}
      </div>
      <iframe
        title="Preview of the report"
        className={isCurrent ? undefined : 'is-old'}
        src={shown.url}
        sandbox="allow-scripts"
      />
    </div>
  );
}
