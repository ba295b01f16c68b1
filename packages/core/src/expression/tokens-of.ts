/** One word, number, sign or text of an expression. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const token =
  /\*\*|===|<>|&&|\|\||<=|>=|==|!=|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_][\p{L}\d_]*(?:\.[\p{L}_][\p{L}\d_]*)*|./suy;

/** Splits the text as a reader would; texts in quotes are one token each, closed or not. For limits and messages only. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/[ \t\n\r]/.test(text[at]!)) {
      at += 1;
      continue;
    }
    const quote = text[at] === '"' || text[at] === "'" ? text[at]! : undefined;
    token.lastIndex = at;
    const closing = quote === undefined ? -1 : text.indexOf(quote, at + 1);
    const piece = quote === undefined ? token.exec(text)![0] : text.slice(at, closing < 0 ? text.length : closing + 1);
    tokens.push({ text: piece, from: at, to: at + piece.length });
    at += piece.length;
  }
  return tokens;
}
