import type { Reader } from './reader.js';

/** The formats that are read, for `docs/readers.md`: made of the readers themselves, so that it says what they do. */
export function readersMarkdown(readers: readonly Reader[]): string {
  const list = readers.map(
    ({ name, title, version, reads }) => `| ${title} | \`${name}\` | ${version} | ${cell(reads)} |`,
  );
  const each = readers.map(({ title, name, docs }) => {
    if (docs === undefined) return '';
    const rows = [
      ['a row is', docs.row],
      ['flawed', docs.flags],
      ['group, model, time', docs.group],
      ['claims', docs.claims],
      ['passed over', docs.skips],
    ];
    return [
      `### ${title} (\`${name}\`)`,
      '',
      '| | |',
      '|---|---|',
      ...rows.map(([key, text]) => `| ${key} | ${cell(text!)} |`),
      '',
    ].join('\n');
  });
  return ['| format | `reader:` | version | what is read |', '|---|---|---|---|', ...list, '', ...each].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
