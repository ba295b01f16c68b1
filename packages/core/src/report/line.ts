/** Name of a place in the report that can be linked to. */
export type Anchor = string;

/** What a colour stands for; it never stands alone, a word or a symbol says the same. */
export type Tone = 'good' | 'bad' | 'open' | 'plain';

export type Span =
  | string
  | { readonly kind: 'strong' | 'code' | 'soft'; readonly text: string }
  | { readonly kind: 'link'; readonly to: Anchor; readonly text: string }
  | { readonly kind: 'badge'; readonly tone: Tone; readonly text: string };

/** A run of text, on one line where there is room. */
export type Line = readonly Span[];

export const strong = (text: string): Span => ({ kind: 'strong', text });
export const code = (text: string): Span => ({ kind: 'code', text });
export const faint = (text: string): Span => ({ kind: 'soft', text });
export const link = (to: Anchor, text: string): Span => ({ kind: 'link', to, text });
export const badge = (tone: Tone, text: string): Span => ({ kind: 'badge', tone, text });
