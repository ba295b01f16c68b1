import type { Example, FailingExample } from '../example.js';

/** A whole small case with another status than `draft`, as an example of a rule. */
export function withStatus(status: string, body = ''): Example {
  return { text: `surety: 1\ncase: { id: example, title: Example, status: ${status} }\n${body.replace(/^\n/, '')}` };
}

/** Like `withStatus`, with what the rule finds in it. */
export function failingStatus(status: string, body: string, findings: readonly string[]): FailingExample {
  return { ...withStatus(status, body), findings };
}
