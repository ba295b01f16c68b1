import { clean } from '../../shown/index.js';

/** Plain text as Markdown, in one line, safe in paragraphs, list items, headings and the cells of tables. */
export function escapeMarkdown(text: string): string {
  return (
    clean(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[\\`*[\]|~$]/g, '\\$&')
      // An underscore within a word means nothing.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/^(\s*)([-+#=]|\d+(?=[.)](?:\s|$)))/u, (_, space: string, mark: string) =>
        /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
      )
  );
}

/** Text as code: fenced by more backticks than it holds. */
export function codeMarkdown(text: string): string {
  const plain = clean(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = plain.startsWith('`') || plain.endsWith('`') || plain === '' ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}
