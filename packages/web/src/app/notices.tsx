import { useEffect } from 'react';
import { PlainButton } from '../kit/index.js';
import { type Notice, useWorkspace, useWorkspaceState } from '../workspace/index.js';

/** Good and plain news go by themselves; bad ones wait to be read. */
const shownFor = 6000;

export function Notices() {
  const notices = useWorkspaceState((state) => state.notices);
  return (
    <section className="notices" aria-label="Messages" aria-live="polite">
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function OneNotice({ notice: { id, tone, text } }: { readonly notice: Notice }) {
  const workspace = useWorkspace();
  useEffect(() => {
    if (tone === 'bad') return;
    const timer = setTimeout(() => workspace.dismiss(id), shownFor);
    return () => clearTimeout(timer);
  }, [workspace, id, tone]);
  return (
    <div className={`notice ${tone}`}>
      <span>{text}</span>
      <PlainButton look="quiet" aria-label="Dismiss" onClick={() => workspace.dismiss(id)}>
        ✕
      </PlainButton>
    </div>
  );
}
