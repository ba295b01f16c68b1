/** Keys and indices from the top of a file's YAML down to a node. */
export type Path = readonly (string | number)[];

/** Where something stands in the text; `language/` turns it into line and column. */
export interface Origin {
  readonly file: string;
  readonly path: Path;
}
