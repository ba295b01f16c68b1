import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the colours of the page, light and dark. */
const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--card)', color: 'var(--ink)', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-gutters': { backgroundColor: 'var(--card)', color: 'var(--soft)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--sunk)' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-ground)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    boxShadow: 'var(--shadow)',
    maxWidth: '34rem',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent-ground)', color: 'var(--accent)' },
  '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal' },
  '.cm-completionInfo': { padding: '6px 10px', fontFamily: 'var(--sans)' },
  '.cm-panels': { backgroundColor: 'var(--card)', color: 'var(--ink)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-textfield, .cm-button': {
    backgroundColor: 'var(--card)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    border: '1px solid var(--strong-line)',
    borderRadius: '4px',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--open)' },
  '.cm-diagnostic': { fontFamily: 'var(--sans)', padding: '4px 10px' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--sunk)', color: 'var(--soft)', border: 'none' },
  // Their own sign is in few fonts.
  '& .cm-collapsedLines': { background: 'var(--sunk)', color: 'var(--soft)' },
  '& .cm-collapsedLines::before, & .cm-collapsedLines::after': { content: '"…"' },
  '.cm-probe': { position: 'absolute', visibility: 'hidden', height: '1lh', width: '0' },
  '.about': { padding: '6px 10px', fontFamily: 'var(--sans)', whiteSpace: 'pre-line' },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.keyword, tags.bool, tags.null, tags.number], color: 'var(--open)' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--plain)' },
  { tag: [tags.labelName, tags.typeName], color: 'var(--good)' },
]);

const changing = new Compartment();

/**
 * The editor looks at how high its lines are when it draws them, and not when their styles or fonts come after them: a press or
 * a pointer would then mean another line than the one below it. Something as high as a line tells; with another theme, though
 * an empty one, the editor looks again.
 */
const measuredAnew = [
  changing.of([]),
  ViewPlugin.define((view) => {
    const probe = document.createElement('div');
    probe.className = 'cm-probe';
    probe.setAttribute('aria-hidden', 'true');
    view.scrollDOM.append(probe);
    const observer = new ResizeObserver(() => {
      if (Math.abs(probe.getBoundingClientRect().height - view.defaultLineHeight) > 0.1)
        view.dispatch({ effects: changing.reconfigure(EditorView.theme({})) });
    });
    observer.observe(probe);
    return {
      destroy: () => {
        observer.disconnect();
        probe.remove();
      },
    };
  }),
];

/** Of the page, for the style elements that the editor writes. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

export const theme = [EditorView.cspNonce.of(nonce), look, syntaxHighlighting(colours), measuredAnew];
