import type { TextCode } from '../codes.js';
import type { Details } from '../source.js';
import type { Span } from '../tree.js';

/** Takes a finding about an instantiation, at its place in the text that says it. */
export type Fault = (code: TextCode, at: Span, message: string, details?: Details) => void;
