/**
 * Draws the pictures of the workspace in docs/images/workspace: `node scripts/workspace-pictures.mjs`. Needs Chromium and a
 * build. `workspace-survey.mjs` takes every view, to be looked at.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch, served, settled } from './serve-copy.mjs';
import { root } from './setup.mjs';
import { states } from './workspace-states.mjs';

const wide = { viewport: { width: 1440, height: 900 } };
const telephone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1.5 };
const pictures = [
  { name: 'overview', at: '/' },
  { name: 'overview-dark', at: '/', colorScheme: 'dark' },
  { name: 'overview-telephone', at: '/', ...telephone },
  { name: 'argument', at: '/argument?at=G-exfil-caught' },
  { name: 'what-if', ...states['what-if-tried'] },
  { name: 'risk', at: '/risk' },
  { name: 'evidence', at: '/evidence?at=cyber-range' },
  { name: 'review', at: '/review' },
  { name: 'review-telephone', at: '/review', ...telephone },
];
const place = join(root, 'docs/images/workspace');
mkdirSync(place, { recursive: true });

const server = await served('examples/coding-agent');
const browser = await launch();
try {
  for (const { name, at, prepare, ...options } of pictures) {
    const context = await browser.newContext({ ...wide, ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(server.url);
    await settled(page);
    await page.goto(new URL(at, server.url).href);
    await settled(page);
    await prepare?.(page);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(place, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(server.folder, { recursive: true });
}
