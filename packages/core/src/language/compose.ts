import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';

/** Levels of nesting that a text may have: far more than any case needs, far fewer than a call stack holds. */
export const maxDepth = 64;

export interface Composed {
  /** All YAML documents of the stream; a text should have one. */
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  /** Where nesting passed `maxDepth`; nothing is composed then. */
  readonly tooDeepAt?: number;
}

/**
 * The YAML documents of a text. Never throws: the composer recurses once per level, so the depth is counted on the
 * parser's own stack and the work stops before it can hurt.
 */
export function composeYaml(text: string, keep = false): Composed {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document and one entry per open collection (and the scalar at work).
    if (parser.stack.length > maxDepth + 2) return { documents: [], tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    uniqueKeys: false,
    keepSourceTokens: keep,
    schema: keep ? 'core' : 'failsafe',
    logLevel: 'silent',
    version: '1.2',
  });
  return { documents: [...composer.compose(tokens, true, text.length)] as Document.Parsed<ParsedNode>[] };
}
