import { Argument } from 'commander';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { examples } from '../options.js';
import { type OutputName, outputNames, outputSchema } from '../schema/outputs.js';
import type { Session } from '../session.js';

export const define: Define = (command, act) => {
  command
    .description('Print the JSON Schema of the text of a case, for editors, or of what a command prints with --json.')
    .addArgument(new Argument('[OUTPUT]', 'which schema').choices(['case', ...outputNames]).default('case'))
    .action(act(schema));
  examples(command, 'surety schema > case.schema.json', 'surety schema assess');
};

async function schema(session: Session, name: 'case' | OutputName): Promise<ExitCode> {
  session.print(JSON.stringify(name === 'case' ? await caseSchema() : outputSchema(name), null, 2));
  return exitCode.good;
}

async function caseSchema(): Promise<unknown> {
  const { toJsonSchema } = await import('@surety/core/schema');
  return toJsonSchema();
}
