/** One-based; columns count characters. */
export interface XmlPlace {
  readonly line: number;
  readonly column: number;
}

/** `unsafe`: a document type, or an encoding other than UTF-8. `limit`: larger or deeper than allowed. */
export interface XmlProblem extends XmlPlace {
  readonly kind: 'syntax' | 'unsafe' | 'limit';
  readonly message: string;
  readonly expected?: string;
}

export interface XmlLimits {
  /** Nesting of elements. */
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Characters of one tag, text, comment or instruction. */
  readonly token: number;
}

/** An element that begins, at the place of its `<`. */
export interface XmlElement extends XmlPlace {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What to do with what is found; a problem that is returned ends the reading. */
export interface XmlHandlers {
  readonly open: (element: XmlElement) => XmlProblem | undefined;
  readonly close: (name: string, place: XmlPlace) => XmlProblem | undefined;
  readonly text?: (text: string, place: XmlPlace) => XmlProblem | undefined;
}
