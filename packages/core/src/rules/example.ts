import type { IsoDate, Measures } from '../case/index.js';

/** A small complete case, with the date and the measures that it is checked against. */
export interface Example {
  readonly text: string;
  /** Further files of the case, by path, where one file cannot show it. */
  readonly files?: Readonly<Record<string, string>>;
  readonly asOf?: IsoDate;
  readonly measures?: Measures;
}

export interface FailingExample extends Example {
  /** Exactly what the rule finds, each as `line:column message`, in the order of the text. */
  readonly findings: readonly string[];
}

/** What the manual says of a rule: why it matters, in the words of the field, and what it finds nothing and something in. */
export interface RuleManual {
  readonly why: string;
  readonly passes: Example;
  readonly fails: FailingExample;
}

/** The same of some rules by their codes. It stands in files of its own, since whoever checks a case needs none of it. */
export type RuleManuals = Readonly<Record<string, RuleManual>>;

/** The opening that every example shares. */
const opening = 'surety: 1\ncase: { id: example, title: Example, status: draft }\n';

/** A small case: the shared opening of two lines, then `body`. */
export function example(body: string, rest: Omit<Example, 'text'> = {}): Example {
  return { text: opening + body.replace(/^\n/, ''), ...rest };
}

/** Like `example`, with what the rule finds in it. */
export function failing(body: string, findings: readonly string[], rest: Omit<Example, 'text'> = {}): FailingExample {
  return { ...example(body, rest), findings };
}
