import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { Button } from '../../kit/index.js';
import { type OpenFile, useWorkspace } from '../../workspace/index.js';
import { theme } from './theme.js';

/**
 * Two texts that touch the same place: what is here, and what somebody else wrote. Nothing is saved until one of them, or both in
 * one, is chosen; what is typed meanwhile is kept as any typed text is.
 */
export function Clash({ file }: { readonly file: OpenFile }) {
  const workspace = useWorkspace();
  const host = useRef<HTMLDivElement>(null);
  const merge = useRef<MergeView>(undefined);
  const mine = file.draft ?? file.text ?? '';
  const theirs = file.clash?.theirs?.text ?? null;
  const { path } = file;
  const first = useRef(mine);
  first.current = mine;
  useEffect(() => {
    const common = [lineNumbers(), EditorView.lineWrapping, EditorState.lineSeparator.of('\n'), theme];
    const made = new MergeView({
      parent: host.current!,
      a: {
        doc: theirs ?? '',
        extensions: [
          ...common,
          EditorState.readOnly.of(true),
          EditorView.contentAttributes.of({ 'aria-label': 'On disk' }),
        ],
      },
      b: {
        doc: first.current,
        extensions: [
          ...common,
          EditorView.contentAttributes.of({ 'aria-label': 'Here, to be saved' }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) workspace.type(path, state.doc.toString());
          }),
        ],
      },
      revertControls: 'a-to-b',
      collapseUnchanged: { margin: 4 },
    });
    merge.current = made;
    return () => made.destroy();
  }, [workspace, path, theirs]);
  // What is here may come to be another one by other means than this editor.
  useEffect(() => {
    const editor = merge.current!.b;
    const text = editor.state.doc.toString();
    if (text !== mine) editor.dispatch({ changes: { from: 0, to: text.length, insert: mine } });
  }, [mine]);
  return (
    <section className="clash" aria-label={`Two texts of ${file.path}`}>
      <p className="bar">
        <strong>
          {theirs === null ? 'This file was removed' : 'This file was changed'} meanwhile, where you changed it too.
        </strong>
        Left is what is on disk, right is yours; take over changes with the arrows, or edit the right side.
      </p>
      <div className="row">
        <Button look="primary" onPress={() => workspace.settle(file.path, merge.current!.b.state.doc.toString())}>
          Save the right side
        </Button>
        <Button onPress={() => workspace.discardDraft(file.path)}>
          {theirs === null ? 'Let it go' : 'Take what is on disk'}
        </Button>
      </div>
      <div className="editor" ref={host} />
    </section>
  );
}
