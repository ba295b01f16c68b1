import './app.css';
import { createRoot } from 'react-dom/client';
import type { Computer } from '../compute/computer.js';
import type { Client } from '../server/client.js';
import { createWorkspace } from '../workspace/index.js';
import '../kit/kit.css';
import { App } from './app.js';
import { askOnLeaving } from './ask-on-leaving.js';
import { lateKeeping } from './late-keeping.js';

/** Shows the page; without a session it says what is missing. */
export function start(session: { readonly client: Client; readonly computer: Computer } | undefined): void {
  const root = createRoot(document.getElementById('root')!);
  if (session === undefined) {
    void import('./no-token.js').then(({ NoToken }) => root.render(<NoToken />));
    return;
  }
  const workspace = createWorkspace(session.client, session.computer, lateKeeping);
  askOnLeaving(workspace);
  void workspace.start(new AbortController().signal);
  root.render(<App workspace={workspace} />);
}
