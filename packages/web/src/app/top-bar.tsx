import { useState } from 'react';
import { Badge, PlainButton, type Tone, VerdictBadge } from '../kit/index.js';
import {
  hasUnsaved,
  isComputing,
  shownOutcomes,
  useStatedModel,
  useWorkspace,
  useWorkspaceState,
} from '../workspace/index.js';
import { applyTheme, type Theme, themeChoice, themes } from './theme.js';
import { worstVerdict } from './worst-verdict.js';

/** What is known everywhere: which case, its verdict, whether all is saved; undo and theme. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const workspace = useWorkspace();
  const model = useStatedModel();
  const name = useWorkspaceState(({ early, text }) => early?.title ?? text?.name);
  const last = useWorkspaceState(({ done }) => done.at(-1)?.what);
  const next = useWorkspaceState(({ undone }) => undone.at(-1)?.what);
  const verdict = useWorkspaceState((state) => worstVerdict(shownOutcomes(state)));
  const computing = useWorkspaceState(isComputing);
  // Where the text has errors its title may be what nobody wrote.
  const title = model?.case?.title ?? name ?? 'Surety';
  return (
    <header ref={tellHeight} className="top">
      <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
        <use href="/icon.svg#mark" />
      </svg>
      <span className="case-title">{title}</span>
      {verdict !== undefined && (
        <span aria-busy={computing}>
          <VerdictBadge verdict={verdict} />
        </span>
      )}
      {model !== undefined && model.case === null && <Badge tone="bad">text has errors</Badge>}
      <Saving />
      <span className="push" />
      <PlainButton
        look="quiet"
        disabled={last === undefined}
        onClick={workspace.undo}
        aria-label={`Undo ${last ?? ''}`}
      >
        ↶
      </PlainButton>
      <PlainButton
        look="quiet"
        disabled={next === undefined}
        onClick={workspace.redo}
        aria-label={`Redo ${next ?? ''}`}
      >
        ↷
      </PlainButton>
      <PlainButton look="quiet" className="for-keys" aria-label="Keys" onClick={onHelp}>
        ?
      </PlainButton>
      <ThemeButton />
    </header>
  );
}

/** What stands below the bar, or sticks to it, has to know how high it is: on a telephone by how long the title is. */
function tellHeight(bar: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--top', `${bar.offsetHeight}px`);
  });
  observer.observe(bar);
  return () => observer.disconnect();
}

/** How what is here stands to the disk, in a word or two; on a telephone in one. */
function Saving() {
  const unsaved = useWorkspaceState((state) => hasUnsaved(state, 'unsaved') || hasUnsaved(state, 'clashes'));
  const waiting = useWorkspaceState((state) => hasUnsaved(state, 'waiting'));
  const connection = useWorkspaceState((state) => state.connection.kind);
  const isAway = connection === 'lost' || connection === 'refused';
  const [tone, words, more]: [Tone, string, string?] = isAway
    ? waiting
      ? ['bad', 'waiting', ' to be saved']
      : ['bad', 'offline', unsaved ? ', unsaved text' : '']
    : waiting
      ? ['plain', 'saving']
      : unsaved
        ? ['open', 'unsaved', ' text']
        : ['plain', 'saved'];
  return (
    <span role="status" className="saving-state">
      <Badge tone={tone}>
        <span>
          {words}
          <span className="wide-only">{more}</span>
        </span>
      </Badge>
    </span>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(themeChoice);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  const press = () => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <PlainButton look="quiet" onClick={press} aria-label={`Theme: ${theme}. Change to ${next}`}>
      {theme === 'dark' ? '☾' : theme === 'light' ? '☀' : '◐'}
    </PlainButton>
  );
}
