import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Diagnostic } from '@surety/core/case';
import type { NamePlace } from '@surety/core/language/assist';
import { useEffect, useRef } from 'react';
import {
  applyChanges,
  shownText,
  tightChangesBetween,
  useWorkspace,
  useWorkspaceState,
} from '../../workspace/index.js';
import { completion, type HelpFor, hover, marksFor, nameAt } from './help.js';
import { fromEditor, type LineEnds, lineEndsOf, offsetInEditor, offsetInFile, toEditor } from './line-ends.js';
import { theme } from './theme.js';

/** Marks what came from the folder, and was not typed here. */
const fromOutside = Annotation.define<boolean>();

export interface Jump {
  readonly offset: number;
  /** Another one for every jump, so that the same place can be gone to twice. */
  readonly serial: number;
}

interface Props {
  readonly path: string;
  readonly names: readonly NamePlace[];
  readonly jump: Jump | undefined;
  readonly onCursor: (offset: number) => void;
  readonly onDefinition: (place: NamePlace) => void;
  readonly onRename: (place: NamePlace) => void;
}

/** One file of the case in CodeMirror. What is typed is a draft of the workspace; what others write is merged in under the cursor. */
export function Editor(props: Props) {
  const { path, jump } = props;
  const workspace = useWorkspace();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const ends = useRef<LineEnds>({ crlf: false });
  const latest = useRef(props);
  latest.current = props;
  const text = useWorkspaceState(({ files }) => {
    const file = files.get(path);
    return file === undefined ? '' : (shownText(file) ?? '');
  });
  const readOnly = useWorkspaceState((state) => state.text?.readOnly === true);
  const findings = useWorkspaceState(({ model }) => model?.findings);

  useEffect(() => {
    const help: HelpFor = { workspace, path, ends: () => ends.current };
    const file = workspace.get().files.get(path);
    const first = file === undefined ? '' : (shownText(file) ?? '');
    ends.current = lineEndsOf(first);
    const placeHere = (state: EditorState) =>
      nameAt(latest.current.names, path, offsetInFile(ends.current, state.doc.toString(), state.selection.main.head));
    const onName = (act: 'onDefinition' | 'onRename') => (editor: EditorView) => {
      const place = placeHere(editor.state);
      if (place !== undefined) latest.current[act](place);
      return true;
    };
    const made = new EditorView({
      parent: host.current!,
      state: EditorState.create({
        doc: toEditor(ends.current, first),
        extensions: [
          EditorState.lineSeparator.of('\n'),
          EditorState.readOnly.of(readOnly),
          EditorState.tabSize.of(2),
          EditorView.contentAttributes.of({ 'aria-label': `Text of ${path}` }),
          EditorView.lineWrapping,
          lineNumbers(),
          highlightActiveLineGutter(),
          highlightActiveLine(),
          highlightSpecialChars(),
          history(),
          foldGutter(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          highlightSelectionMatches(),
          lintGutter(),
          yaml(),
          theme,
          completion(help),
          hover(help, () => latest.current.names),
          keymap.of([
            { key: 'F12', run: onName('onDefinition') },
            { key: 'F2', run: onName('onRename') },
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            ...historyKeymap,
            ...foldKeymap,
            ...completionKeymap,
            ...lintKeymap,
            indentWithTab,
          ]),
          EditorView.domEventHandlers({
            mousedown: (event, editor) => {
              if (!event.ctrlKey && !event.metaKey) return false;
              const position = editor.posAtCoords({ x: event.clientX, y: event.clientY });
              if (position === null) return false;
              const offset = offsetInFile(ends.current, editor.state.doc.toString(), position);
              const place = nameAt(latest.current.names, path, offset);
              if (place === undefined) return false;
              latest.current.onDefinition(place);
              return true;
            },
          }),
          EditorView.updateListener.of((update) => {
            const outside = update.transactions.some((one) => one.annotation(fromOutside) === true);
            const shown = update.state.doc.toString();
            if (update.docChanged && !outside) workspace.type(path, fromEditor(ends.current, shown));
            if (update.selectionSet && !outside) {
              latest.current.onCursor(offsetInFile(ends.current, shown, update.state.selection.main.head));
            }
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [workspace, path, readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined) return;
    const shown = editor.state.doc.toString();
    if (fromEditor(ends.current, shown) === text) return;
    ends.current = lineEndsOf(text);
    const changes = tightChangesBetween(shown, toEditor(ends.current, text)).map(({ start, end, text: insert }) => ({
      from: start,
      to: end,
      insert,
    }));
    editor.dispatch({ changes, annotations: fromOutside.of(true) });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined) return;
    const mend = (finding: Diagnostic) => {
      // What it says is about a text of before, and so are its places.
      if (workspace.get().computing) {
        workspace.notify('plain', 'The text changed just now: try again');
        return;
      }
      const paths = new Set((finding.fix ?? []).map(({ file }) => file));
      const texts = new Map(
        [...paths].map((file) => {
          const of = workspace.get().files.get(file);
          const own = (finding.fix ?? []).filter((splice) => splice.file === file).sort((a, b) => a.start - b.start);
          return [file, applyChanges(of === undefined ? '' : (shownText(of) ?? ''), own)] as const;
        }),
      );
      workspace.change(`Mend ${finding.code}`, texts);
    };
    const help: HelpFor = { workspace, path, ends: () => ends.current };
    const marks = marksFor(findings ?? [], help, text, editor.state.doc, mend);
    editor.dispatch(setDiagnostics(editor.state, marks));
    // Findings come after the text that they are about.
  }, [workspace, path, findings, text]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || jump === undefined) return;
    const file = fromEditor(ends.current, editor.state.doc.toString());
    const anchor = Math.min(editor.state.doc.length, offsetInEditor(ends.current, file, jump.offset));
    editor.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      annotations: fromOutside.of(true),
    });
    editor.focus();
  }, [jump]);

  return <div className="editor" ref={host} />;
}
