import type { Document } from '../document.js';
import { printBlocks } from './blocks.js';
import { escapeMarkdown } from './escape.js';

export function printMarkdown({ title, about, banner, sections, foot }: Document): string {
  const parts = [
    `# ${escapeMarkdown(title)}`,
    about.map(escapeMarkdown).join(' · '),
    ...(banner === undefined ? [] : [`> **${escapeMarkdown(banner)}**`]),
    ...sections.map(
      (section, at) =>
        `## ${at === 0 ? '' : `${at} `}${escapeMarkdown(section.title)}\n\n${printBlocks(section.blocks)}`,
    ),
    `---\n\n${escapeMarkdown(foot)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
