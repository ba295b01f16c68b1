import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { theme } from '../text/theme.js';

/** Two texts side by side, to be read. */
export default function Merge({ before, after }: { readonly before: string; readonly after: string }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const side = (doc: string, name: string) => ({
      doc,
      extensions: [
        lineNumbers(),
        EditorView.lineWrapping,
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-label': name }),
        theme,
      ],
    });
    const made = new MergeView({
      parent: host.current!,
      a: side(before, 'Earlier text'),
      b: side(after, 'Later text'),
      collapseUnchanged: { margin: 3 },
    });
    return () => made.destroy();
  }, [before, after]);
  return <div className="merge" ref={host} />;
}
