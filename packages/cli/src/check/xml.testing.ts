export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/**
 * Reads XML without doctypes, comments, sections and processing instructions: elements, attributes, text and the five
 * named entities. Throws where the text is not well-formed or holds what is no character of XML 1.0.
 */
export function parseXml(xml: string): XmlElement {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (bad !== null) throw new Error(`no character of XML at ${bad.index}`);
  let at = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(xml)?.[0].length ?? 0;
  const root = element();
  if (xml.slice(at).trim() !== '') throw new Error(`something stands behind the root at ${at}`);
  return root;

  function take(pattern: RegExp): RegExpExecArray | null {
    const found = new RegExp(pattern.source, 'yu');
    found.lastIndex = at;
    const match = found.exec(xml);
    if (match !== null) at += match[0].length;
    return match;
  }

  function element(): XmlElement {
    const open = take(/<([a-z][\w-]*)/);
    if (open === null) throw new Error(`expected an element at ${at}: ${xml.slice(at, at + 40)}`);
    const name = open[1]!;
    const attributes: Record<string, string> = {};
    for (let one = take(/\s+([a-z][\w-]*)="([^"<]*)"/); one !== null; one = take(/\s+([a-z][\w-]*)="([^"<]*)"/)) {
      if (one[1]! in attributes) throw new Error(`attribute ${one[1]} stands twice at ${at}`);
      attributes[one[1]!] = plain(one[2]!);
    }
    if (take(/\s*\/>/) !== null) return { name, attributes, children: [], text: '' };
    if (take(/\s*>/) === null) throw new Error(`expected > at ${at}: ${xml.slice(at, at + 40)}`);
    const children: XmlElement[] = [];
    let text = '';
    while (take(new RegExp(`</${name}>`)) === null) {
      const words = take(/[^<]+/);
      if (words !== null) {
        if (words[0].includes(']]>')) throw new Error(`]]> stands in text at ${at}`);
        text += plain(words[0]);
      } else children.push(element());
    }
    return { name, attributes, children, text };
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(\w*;?)/g, (_, name: string) => {
    const character = name.endsWith(';') ? entities[name.slice(0, -1)] : undefined;
    if (character === undefined) throw new Error(`unknown entity &${name}`);
    return character;
  });
}
