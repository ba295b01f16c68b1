import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';

/** Levels of nesting that a text may have: far more than any case needs, far fewer than a call stack holds. */
export const maxDepth = 64;

/** Tokens that the library is given: some 35,000 elements; more of them in a tree could exhaust the memory. */
const mostTokens = 1_500_000;

/** Errors of YAML that are kept; each carries a stack, and a hostile text has one per character. */
const mostErrors = 200;

export type Composed =
  /** All YAML documents of the stream; a text should have one. */
  | { readonly kind: 'composed'; readonly documents: readonly Document.Parsed<ParsedNode>[] }
  /** Where nesting passed `maxDepth`; nothing is composed then. */
  | { readonly kind: 'too deep'; readonly at: number }
  | { readonly kind: 'too large' };

/**
 * The YAML documents of a text. Never throws: the composer recurses once per level, so the depth is counted on the
 * parser's own stack and the work stops before it can hurt. With `keep`, scalars are resolved and source tokens kept,
 * as edits need them.
 */
export function composeYaml(text: string, keep = false): Composed {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    if (count > mostTokens) return { kind: 'too large' };
    // The stack holds the document and one entry per open collection (and the scalar at work).
    if (parser.stack.length > maxDepth + 2) return { kind: 'too deep', at: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    uniqueKeys: false,
    keepSourceTokens: keep,
    schema: keep ? 'core' : 'failsafe',
    logLevel: 'silent',
    version: '1.2',
  });
  boundErrors(composer);
  const documents = [...composer.compose(tokens, true, text.length)] as Document.Parsed<ParsedNode>[];
  return { kind: 'composed', documents };
}

/** The composer hands its sink for errors down when it starts a document; the sink is its own property. */
function boundErrors(composer: Composer): void {
  const open = composer as unknown as { onError: (...error: unknown[]) => void };
  const report = open.onError;
  let errors = 0;
  open.onError = (...error) => {
    errors += 1;
    if (errors <= mostErrors) report(...error);
  };
}
