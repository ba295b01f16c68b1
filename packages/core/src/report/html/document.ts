import type { Document, Section } from '../document.js';
import { printBlocks } from './blocks.js';
import { escapeHtml, hrefOf, idOf } from './escape.js';
import { contentPolicy } from './policy.js';
import { style } from './style.js';

export function printHtml({ title, about, banner, sections, foot }: Document): string {
  const [first, ...rest] = sections;
  const numbered = rest.map((section, at) => ({ ...section, title: `${at + 1} ${section.title}` }));
  const contents = numbered.map(
    ({ anchor, title: name }) => `<li><a href="${hrefOf(anchor)}">${escapeHtml(name)}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Safety case: ${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the verdicts</a>
<header>
<p class="about">${about.map((part) => `<span>${escapeHtml(part)}</span>`).join(' ')}</p>
<h1>${escapeHtml(title)}</h1>
${banner === undefined ? '' : `<p class="banner">${escapeHtml(banner)}</p>\n`}</header>
<main id="content" tabindex="-1">
${first === undefined ? '' : printSection(first)}
<nav aria-label="Contents">
<p class="label">Contents</p>
<ul>
${contents.join('\n')}
</ul>
</nav>
${numbered.map(printSection).join('\n')}
</main>
<footer><p>${escapeHtml(foot)}</p></footer>
</body>
</html>
`;
}

function printSection({ anchor, title, blocks }: Section): string {
  const id = idOf(anchor);
  return `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${escapeHtml(title)}</h2>\n${printBlocks(blocks)}\n</section>`;
}
