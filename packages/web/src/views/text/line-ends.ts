/**
 * Line ends of a file in the editor, which knows only one kind inside: a file whose lines all end in CRLF is shown without
 * the CRs and gets them back; of a file with both kinds the CRs stay in the text as they are.
 */
export interface LineEnds {
  readonly crlf: boolean;
}

export function lineEndsOf(text: string): LineEnds {
  return { crlf: text.includes('\r\n') && !/(?<!\r)\n/.test(text) && !/\r(?!\n)/.test(text) };
}

export function toEditor({ crlf }: LineEnds, text: string): string {
  return crlf ? text.replaceAll('\r\n', '\n') : text;
}

export function fromEditor({ crlf }: LineEnds, text: string): string {
  return crlf ? text.replaceAll('\n', '\r\n') : text;
}

/** The offset in the file of one in the editor, whose text is given. */
export function offsetInFile({ crlf }: LineEnds, shown: string, offset: number): number {
  return crlf ? offset + shown.slice(0, offset).split('\n').length - 1 : offset;
}

/** The offset in the editor of one in the file, whose text is given. */
export function offsetInEditor({ crlf }: LineEnds, file: string, offset: number): number {
  return crlf ? offset - (file.slice(0, offset).split('\r\n').length - 1) : offset;
}
