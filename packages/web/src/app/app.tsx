import './app.css';
import { type ReactNode, Suspense, useCallback, useState } from 'react';
import { LinkRow, Skeleton, ViewLink } from '../kit/index.js';
import {
  isComputing,
  useWorkspace,
  useWorkspaceState,
  type Workspace,
  WorkspaceContext,
  waitingWords,
} from '../workspace/index.js';
import { ConnectionBar } from './connection-bar.js';
import { FaultBarrier } from './fault-barrier.js';
import { useKeptParams } from './kept-params.js';
import { lazyAgain } from './lazy-again.js';
import { Notices } from './notices.js';
import { useRoute } from './route.js';
import { useShortcuts } from './shortcuts.js';
import { TopBar } from './top-bar.js';
import { viewList } from './view-list.js';
import { WhatIfBar } from './what-if-bar.js';

const Help = lazyAgain(async () => ({ default: (await import('./help.js')).Help }));

export function App({ workspace }: { readonly workspace: Workspace }) {
  return (
    <WorkspaceContext value={workspace}>
      <Shell />
    </WorkspaceContext>
  );
}

function Shell() {
  const route = useRoute();
  const { view } = route;
  const kept = useKeptParams(route);
  const entry = viewList.find(({ name }) => name === view) ?? viewList[0]!;
  const [helping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  useShortcuts(help);
  const workspace = useWorkspace();
  const notHelped = (why: string) => {
    setHelping(false);
    workspace.notify('bad', `The keys cannot be shown: ${why}`);
  };
  return (
    <Page>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <TopBar onHelp={help} />
      <LinkRow className="nav" label="Views">
        {viewList.map(({ name, title }) => (
          <ViewLink
            key={name}
            view={name}
            params={name === entry.name ? {} : (kept[name] ?? {})}
            current={name === entry.name}
          >
            {title}
          </ViewLink>
        ))}
      </LinkRow>
      <main id="main" className={`main view-${entry.name}`} tabIndex={-1}>
        <ConnectionBar />
        <WhatIfBar view={entry.name} />
        <Ready early={entry.name === 'overview'}>
          <Suspense fallback={<Skeleton height={480} label={`Loading ${entry.title}`} />}>
            <FaultBarrier place={entry.name}>
              <entry.View />
            </FaultBarrier>
          </Suspense>
        </Ready>
      </main>
      <Notices />
      {helping && (
        <FaultBarrier place="keys" onFault={notHelped}>
          <Suspense>
            <Help onClose={() => setHelping(false)} />
          </Suspense>
        </FaultBarrier>
      )}
    </Page>
  );
}

/** The page, marked while what it shows is computed anew: see `.is-computing`. */
function Page({ children }: { readonly children: ReactNode }) {
  const computing = useWorkspaceState(isComputing);
  return <div className={computing ? 'shell is-computing' : 'shell'}>{children}</div>;
}

/** Holds back what needs a model until there is one, and says what it waits for; `early`: what the text says will do. */
function Ready({ early, children }: { readonly early: boolean; readonly children: ReactNode }) {
  const there = useWorkspaceState(({ model }) => model !== undefined);
  const read = useWorkspaceState((state) => state.early !== undefined);
  const words = useWorkspaceState(waitingWords);
  const failure = useWorkspaceState((state) => state.failure);
  if (failure !== undefined && !there) {
    return (
      <div className="empty" role="alert">
        <strong>The case could not be computed</strong>
        <p>{failure}</p>
        <p>This is a fault of Surety and not of the case: no verdict is shown.</p>
      </div>
    );
  }
  if (there || (early && read)) return children;
  return (
    <div className="stack">
      <p role="status" className="soft">
        {words} …
      </p>
      <div className="skeleton" style={{ height: 120 }} />
      <div className="skeleton" style={{ height: 280 }} />
    </div>
  );
}
