import './style/tokens.css';
import { askedAhead } from './app/ahead.js';
import { parseRoute } from './app/route.js';
import { applyTheme, themeChoice } from './app/theme.js';
import { startComputer } from './compute/computer.js';
import { clientWith } from './server/client.js';
import { takeToken } from './server/token.js';

// What takes longest begins first: what judges a case is loaded in the worker while the page itself is.
applyTheme(themeChoice());
const token = takeToken();
const session = token === undefined ? undefined : askedAhead(clientWith(token), startComputer());
if (session !== undefined && parseRoute(location.pathname).view === 'overview')
  import('./views/overview/index.js').catch(() => {
    // Whoever shows it asks again, and says what is wrong.
  });
import('./app/start.js').then(
  ({ start }) => start(session),
  () => {
    // Nothing of the page is there that could say it.
    document.getElementById('root')!.textContent = 'The page could not be loaded from the server. Load it again.';
  },
);
