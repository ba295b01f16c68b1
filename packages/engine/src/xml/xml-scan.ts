import { SaxesParser } from 'saxes';
import { plainXml } from './plain-xml.js';
import type { XmlHandlers, XmlLimits, XmlPlace, XmlProblem } from './xml-types.js';

export interface XmlScan {
  write(text: string): XmlProblem | undefined;
  end(): XmlProblem | undefined;
}

/** Characters that are handed to the parser at a time: what has been read without an event is looked at after each. */
const pieceSize = 64 * 1024;

/**
 * Reads XML 1.0 as it arrives. A document type is refused, and nothing in it is used, so that there are no entities
 * but the five of XML and no external ones. The first problem is final.
 */
export function xmlScan(handlers: XmlHandlers, limits: XmlLimits): XmlScan {
  /** A whole document that was read at once, for whatever may come after it. */
  let plain: string | undefined;
  let inParts: XmlScan | undefined;
  let problem: XmlProblem | undefined;
  return {
    write(text) {
      if (text === '' || problem !== undefined) return problem;
      const deeds = inParts === undefined && plain === undefined ? plainXml(text, limits) : undefined;
      if (deeds !== undefined) {
        plain = text;
        for (let i = 0; i < deeds.length && problem === undefined; i++) problem = deeds[i]!(handlers);
        return problem;
      }
      inParts ??= scanInParts(handlers, limits, plain ?? '');
      problem = inParts.write(text);
      return problem;
    },
    end() {
      if (problem === undefined && (inParts !== undefined || plain === undefined))
        problem = (inParts ?? scanInParts(handlers, limits, '')).end();
      return problem;
    },
  };
}

/** Any XML, in whatever pieces it comes; of `before` everything is known already. */
function scanInParts(given: XmlHandlers, limits: XmlLimits, before: string): XmlScan {
  let handlers: XmlHandlers = { open: () => undefined, close: () => undefined };
  const parser = new SaxesParser({ xmlns: false, position: true });
  let problem: XmlProblem | undefined;
  let depth = 0;
  let attributes = 0;
  let begun: XmlPlace = { line: 1, column: 1 };
  /** Characters since the last event. */
  let pending = 0;
  let written = 0;

  const place = (): XmlPlace => ({ line: parser.line, column: parser.column + 1 });
  const fail = (kind: XmlProblem['kind'], message: string, at: XmlPlace, expected?: string): void => {
    problem ??= { kind, message, ...at, ...(expected === undefined ? {} : { expected }) };
  };
  const happened = (): void => {
    pending = written - parser.position;
  };

  parser.on('error', (error) => fail('syntax', plainMessage(error), place(), 'well-formed XML'));
  parser.on('doctype', () => fail('unsafe', 'the text has a document type (DOCTYPE)', place(), 'XML without one'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding))
      fail('unsafe', `the text says that its encoding is ${encoding.slice(0, 40)}`, place(), 'UTF-8');
  });
  parser.on('opentagstart', ({ name }) => {
    attributes = 0;
    // The parser has read `<`, the name and one character more.
    begun = { line: parser.line, column: Math.max(1, parser.column - [...name].length - 1) };
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.attributes)
      fail('limit', 'an element has too many attributes', begun, `at most ${limits.attributes}`);
  });
  parser.on('opentag', ({ name, attributes: given }) => {
    happened();
    if (problem !== undefined) return;
    depth += 1;
    if (depth > limits.depth) fail('limit', `elements are nested deeper than ${limits.depth}`, begun);
    else problem = handlers.open({ name, attributes: given, ...begun });
  });
  parser.on('closetag', ({ name }) => {
    happened();
    depth -= 1;
    if (problem === undefined) problem = handlers.close(name, place());
  });
  const onText = (text: string): void => {
    happened();
    if (problem === undefined) problem = handlers.text?.(text, place());
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('comment', happened);
  parser.on('processinginstruction', happened);

  const write: XmlScan['write'] = (text) => {
    for (let at = 0; at < text.length && problem === undefined; at += pieceSize) {
      const piece = text.slice(at, at + pieceSize);
      written += piece.length;
      pending += piece.length;
      parser.write(piece);
      if (pending > limits.token) {
        fail('limit', 'a tag or a text does not end', place(), `at most ${limits.token} characters`);
      }
    }
    return problem;
  };
  write(before);
  handlers = given;
  return {
    write,
    end() {
      if (problem === undefined) parser.close();
      return problem;
    },
  };
}

/** The parser says `3:7: text.`; the place is said apart. */
function plainMessage(error: Error): string {
  return error.message
    .replace(/^(?:[^:]*:)?\d+:\d+: /, '')
    .replace(/\.$/, '')
    .slice(0, 200);
}
