import './style/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { NoToken } from './app/no-token.js';
import { parseRoute } from './app/route.js';
import { applyTheme, themeChoice } from './app/theme.js';
import { startComputer } from './compute/computer.js';
import { clientWith } from './server/client.js';
import { takeToken } from './server/token.js';
import { createWorkspace } from './workspace/index.js';

applyTheme(themeChoice());
const token = takeToken();
const root = createRoot(document.getElementById('root')!);
if (token === undefined) {
  root.render(<NoToken />);
} else {
  // What is shown first is on its way while the case is read.
  if (parseRoute(location.pathname).view === 'overview') void import('./views/overview/index.js');
  const workspace = createWorkspace(clientWith(token), startComputer());
  void workspace.start(new AbortController().signal);
  root.render(<App workspace={workspace} />);
}
