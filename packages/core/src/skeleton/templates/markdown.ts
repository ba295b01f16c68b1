import type { CaseTemplate } from './template.js';

/** The manual's page about whole cases to start from, made from their data. */
export function templatesMarkdown(templates: readonly CaseTemplate[]): string {
  return `${[
    '# Cases to start from',
    '<!-- Made from packages/core/src/skeleton/templates: npm run generate. -->',
    'New here? [A first case in half an hour](first-case.md) goes from the template `customer-agent` to a verdict, edit by edit.',
    '`surety init my-case --template NAME` writes one of these. Each is a *sketch*: it passes `surety check` without errors, every hole in it is marked `undeveloped: true`, every subsystem and every kind of interaction is argued or dismissed for every outcome, and its verdict says `sketch` until you change its status. Comments in the text lead from one edit to the next. The words are ours; each says after whom it is made and how sure that is. Numbers in them are placeholders, and say so.',
    [
      '| take | where |',
      '|---|---|',
      ...templates.map(({ name, takeWhere }) => `| [${name}](#${name}) | ${takeWhere} |`),
    ].join('\n'),
    ...templates.map(({ name, title, idea, text }) =>
      [
        `## ${name}`,
        `**${title}.** ${idea.value}`,
        `Source (${idea.provenance}): ${idea.source}.`,
        `First step: ${firstStep(text)}`,
      ].join('\n\n'),
    ),
    '## From a template to a verdict',
    [
      '1. `surety init my-case --template control --title "My agent"`, then open `my-case/case.yaml`.',
      '2. Put your own system, outcomes, thresholds and window in place: `surety rename OLD NEW my-case` gives an outcome, a subsystem or an element your name for it everywhere (`surety rename "G-exfil-*" "G-drain-*" my-case` renames all that fits), `surety check my-case --watch` shows what an edit breaks, and `surety steps my-case` goes through the six steps with what to write next.',
      '3. Fill holes: `surety add BLOCK my-case --subsystem … --outcome … --under ID` writes the skeleton of a [building block](catalogue.md) below a claim, `surety remove ID` takes it out again. Evidence and stated doubts take the place of `undeveloped: true`; what an element, a doubt or a piece of evidence may say stands in [the text of a case](format.md#argument). A text in `{ }` that holds a comma needs quotes.',
      '4. Change `status: sketch` to `draft`, and run `surety assess my-case`.',
    ].join('\n'),
  ].join('\n\n')}\n`;
}

function firstStep(text: string): string {
  return /^# First: (.*)$/m.exec(text)?.[1] ?? '';
}
