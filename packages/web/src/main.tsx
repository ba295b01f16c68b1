import './style/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { NoToken } from './app/no-token.js';
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
  const workspace = createWorkspace(clientWith(token), startComputer());
  void workspace.start(new AbortController().signal);
  root.render(<App workspace={workspace} />);
}
