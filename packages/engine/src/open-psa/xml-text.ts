/** An element to be written. */
export interface Tag {
  readonly name: string;
  /** Those that are undefined are left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Tag[];
  readonly text?: string;
}

export function tag(name: string, attributes: Tag['attributes'], children: readonly Tag[], text?: string): Tag {
  return { name, attributes, children, ...(text === undefined ? {} : { text }) };
}

/** XML 1.0 with an element on each line. */
export function xmlText(root: Tag): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const write = ({ name, attributes, children, text }: Tag, indent: string): void => {
    const said = Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [` ${key}="${escaped(value)}"`],
    );
    const head = `${indent}<${name}${said.join('')}`;
    if (text !== undefined) lines.push(`${head}>${escaped(text)}</${name}>`);
    else if (children.length === 0) lines.push(`${head}/>`);
    else {
      lines.push(`${head}>`);
      for (const child of children) write(child, `${indent}  `);
      lines.push(`${indent}</${name}>`);
    }
  };
  write(root, '');
  return `${lines.join('\n')}\n`;
}

/** Line ends and tabs by number: XML makes blanks of them in attributes, and one line end of two. */
function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (found) => entities[found] ?? `&#${found.charCodeAt(0)};`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
