/**
 * The drawing of `bench/workspace-argument.mjs` in React Flow with ELK's layered layout, in the same browser and by the same
 * means: `node bench/workspace-react-flow.mjs [--elements 11200] [--runs 5] [--seconds 3] [--limit 120] [--json]`.
 *
 * React Flow and ELK are no dependencies of this project: they are installed from the npm registry, in the versions below, into
 * a folder that is gone afterwards. Nodes, edges, texts and sizes of boxes are those that the workspace draws. Drawn are: what
 * the workspace shows at first; a case of 1,000 elements; and all of them, unfolded. ELK gets so many seconds at the most
 * (`--limit`). Where it fails, as its usual layering does with 10,000 (the stack of a worker is too small for it), that is
 * said, and the plainest layering is tried; then the places of the workspace.
 *
 * First render: from the call with all nodes at hand, layout included, until a box with its text and a link are painted. Frames:
 * the picture is moved 80 pixels, or zoomed, with every frame, at three scales. All with `onlyRenderVisibleElements`, which is
 * the faster way with many nodes; the first render without it, React Flow's usual, is told beside it.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { layOut, measure, sceneOf } from '../packages/core/dist/diagram/index.js';
import { assess } from '../packages/core/dist/doubt/index.js';
import { parse } from '../packages/core/dist/language/index.js';
import { argumentOf, firstDepth, foldedBelow, shownOf } from '../packages/viewer/dist/viewer.js';
import { root } from '../scripts/setup.mjs';
import { generateCase } from './generate-case.mjs';
import { framesOf, launch, load, median, option, pageOf, say, temporary } from './workspace-page.mjs';

const versions = { '@xyflow/react': '12.12.1', elkjs: '0.12.1' };
const [elements, runs, seconds] = [option('elements', 11_200), option('runs', 5), option('seconds', 3)];
const limit = 1000 * option('limit', 120);
/** How ELK finds the levels: its usual way, and where that fails the plainest. */
const layerings = ['NETWORK_SIMPLEX', 'LONGEST_PATH'];
/** What takes so many milliseconds is no question of a median. */
const longest = 20_000;
const bars = { median: 55, least: 30 };
const scales = { readable: 1, middle: 0.122, whole: undefined };

const site = await buildPage();
const server = createServer((request, response) => {
  const path = request.url === '/' ? '/index.html' : request.url;
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  try {
    const bytes = readFileSync(join(site, path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes);
  } catch (error) {
    response.writeHead(404).end(error.code);
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const url = `http://127.0.0.1:${server.address().port}/`;
const browser = await launch();
say({ what: 'installed', ...versions });

try {
  const [small, all] = [1000, elements].map((count) => sceneOfCase(count));
  const depth = firstDepth(argumentOf(all));
  const first = shownOf(argumentOf(all), foldedBelow(argumentOf(all), depth)).scene;
  for (const [name, scene] of Object.entries({ 'as first shown': first, '1,000 elements': small, all })) {
    const title = `React Flow and ELK, ${name}, ${scene.nodes.length} nodes`;
    const page = await firstRenders(title, scene);
    for (const scale of Object.keys(scales)) {
      for (const move of ['pan', 'zoom']) {
        const { frames, moved } = await page.evaluate((of) => window.frameTimes(of), {
          move,
          scale: scales[scale],
          seconds,
        });
        if (!moved) throw new Error(`the picture did not ${move}`);
        report(`${title}: ${move}, ${scale}`, frames);
      }
    }
    await page.context().close();
  }
} finally {
  await browser.close();
  server.close();
}

/** Renders a scene anew in page after page; the last one, with all visible elements alone, stays open. */
async function firstRenders(title, scene) {
  const graph = graphOf(scene);
  let made;
  for (const onlyVisible of [false, true]) {
    const what = `${title}: first render, ${onlyVisible ? 'visible elements alone' : 'all elements in the page'}`;
    for (const layering of layerings) {
      made = await rendered({ ...graph, onlyVisible, limit, layering });
      if (made.why === undefined) {
        say({ what, milliseconds: made.milliseconds, layout: made.layout, layering, runs: made.runs, load: load() });
        break;
      }
      say({ what, failed: made.why, layering, load: load() });
    }
    if (made.why === undefined) continue;
    made = await rendered({ ...graph, onlyVisible, places: layOut(scene).boxes.map(({ x, y }) => ({ x, y })) });
    say({ what: `${what}, places of the workspace`, milliseconds: made.milliseconds, runs: made.runs, load: load() });
  }
  return made.page;
}

/** The median of as many runs as there shall be, or why one of them failed; what takes long is run once. */
async function rendered(args) {
  const [times, layouts] = [[], []];
  let page;
  while (times.length < runs && !(times.at(-1) > longest)) {
    await page?.context().close();
    page = await pageOf(browser);
    await page.goto(url);
    await page.waitForFunction(() => window.render !== undefined);
    const made = await page.evaluate((of) => window.render(of), args);
    if (made.why !== undefined) {
      await page.context().close();
      return made;
    }
    times.push(made.milliseconds);
    layouts.push(made.layout);
  }
  return { page, milliseconds: Math.round(median(times)), layout: Math.round(median(layouts)), runs: times.length };
}

function report(what, times) {
  say({ what, ...framesOf(times, bars) });
}

function sceneOfCase(count) {
  const { case: of } = parse([{ path: 'case.yaml', text: generateCase({ elements: count }) }]);
  return measure(sceneOf(of, { doubts: true, assessment: assess(of, {}, { asOf: '2026-11-28', seed: 1 }) }));
}

function graphOf({ nodes, edges }) {
  return {
    nodes: nodes.map(({ id, name, text, doubt, tags, width, height }) => ({
      id,
      width,
      height,
      data: { name, text, tags: [...tags.map((tag) => tag.text), ...(doubt === undefined ? [] : [doubt.text])] },
    })),
    edges: edges.map(({ from, to }) => ({ source: nodes[from].id, target: nodes[to].id })),
  };
}

/** Installs, and bundles the page as its authors would. */
async function buildPage() {
  const folder = temporary();
  cpSync(join(root, 'bench/react-flow'), folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/react/package.json'), 'utf8'));
  const dependencies = { ...versions, react: version, 'react-dom': version };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const outDir = join(folder, 'site');
  await build({ root: folder, configFile: false, logLevel: 'error', build: { outDir, target: 'es2023' } });
  return outDir;
}
