/**
 * What of a case is drawn: everything in one argument (the default), the modules and what they rest on, one module with
 * away elements for what it cites elsewhere, or a pattern as it is written.
 */
export type View = 'complete' | 'architecture' | { readonly module: string } | { readonly pattern: string };

export function moduleIn(view: View | undefined): string | undefined {
  return typeof view === 'object' && 'module' in view ? view.module : undefined;
}

export function patternIn(view: View | undefined): string | undefined {
  return typeof view === 'object' && 'pattern' in view ? view.pattern : undefined;
}
