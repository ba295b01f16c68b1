import type { Block, Document, Section } from '../document.js';
import { placesIn } from '../places.js';
import { printBlocks } from './blocks.js';
import { escapeHtml, hrefOf, idOf } from './escape.js';
import { contentPolicy } from './policy.js';
import type { Places } from './spans.js';
import { styleFor } from './style.js';
import { printSwitch } from './switch.js';
import { switchScript } from './switch-script.js';
import { viewerScript } from './viewer.generated.js';

export function printHtml(document: Document): string {
  const { title, about, banner, sections, readings, foot } = document;
  const places = placesIn(document);
  const [first, ...rest] = sections;
  const has = (wanted: Block['kind']) => sections.some(({ blocks }) => holds(blocks, wanted));
  const viewed = has('figure');
  const drawings = viewed || has('drawing');
  const style = styleFor({ drawings });
  const scripts = [...(viewed ? [viewerScript] : []), ...(readings.length > 1 ? [switchScript] : [])];
  const contents = rest.map(
    ({ anchor, title: name }) => `<li><a href="${hrefOf(anchor)}">${escapeHtml(name)}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy({ style, scripts, fonts: drawings })}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Safety case: ${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the verdicts</a>
<header>
<div>
<p class="about">${about.map((part) => `<span>${escapeHtml(part)}</span>`).join(' ')}</p>
<h1>${escapeHtml(title)}</h1>
</div>
${printSwitch(readings)}${banner === undefined ? '' : `<p class="banner">${escapeHtml(banner)}</p>\n`}</header>
<main id="content" tabindex="-1">
${first === undefined ? '' : printSection(first, places)}
<nav aria-label="Contents">
<p class="label">Contents</p>
<ol>
${contents.join('\n')}
</ol>
</nav>
${rest.map((section) => printSection(section, places)).join('\n')}
</main>
<footer><p>${escapeHtml(foot)}</p></footer>
${scripts.map((script) => `<script>${script}</script>\n`).join('')}</body>
</html>
`;
}

/** Whether there is a block of that kind, at the top or in a part. */
function holds(blocks: readonly Block[], wanted: Block['kind']): boolean {
  return blocks.some((block) => block.kind === wanted || (block.kind === 'part' && holds(block.blocks, wanted)));
}

function printSection({ anchor, title, blocks }: Section, places: Places): string {
  const id = idOf(anchor);
  return `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${escapeHtml(title)}</h2>\n${printBlocks(blocks, places)}\n</section>`;
}
