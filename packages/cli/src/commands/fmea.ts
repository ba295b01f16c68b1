import { Option } from 'commander';
import { type Define, later } from '../command.js';
import { caseArgument, examples, jsonOption } from '../options.js';

export const define: Define = (command, act) => {
  command.description(
    'The worksheet of a failure mode and effects analysis: how subsystems fail, why, what follows, and what argues it.',
  );
  const shown = command
    .command('show')
    .summary('show the rows of the worksheet')
    .description('Show the rows of the worksheet.')
    .argument(...caseArgument)
    .addOption(jsonOption('the rows', 'fmea'))
    .action(act(later(async () => (await import('./fmea/show.js')).showWorksheet)));
  examples(shown, 'surety fmea show examples/coding-agent');

  const exported = command
    .command('export')
    .summary('write the worksheet as CSV, for a spreadsheet')
    .description(
      'Write the worksheet as CSV, for a spreadsheet. A cell that a spreadsheet would run as a formula gets an apostrophe before it, which import takes away.',
    )
    .argument(...caseArgument)
    .addOption(new Option('-o, --output <FILE>', 'file to write to, in place of the terminal'))
    .action(act(later(async () => (await import('./fmea/export.js')).exportWorksheet)));
  examples(exported, 'surety fmea export my-case -o worksheet.csv');

  const imported = command
    .command('import')
    .summary('take the rows of a CSV into the case')
    .description(
      'Take the rows of a CSV into the case, in place of those that it has: rows that are known by subsystem and mode keep their place, their comments and what did not change.',
    )
    .argument('<FILE>', 'CSV with a header: subsystem, mode, cause, effect, outcome, detection, arguedBy')
    .argument(...caseArgument)
    .addOption(new Option('-n, --dry-run', 'say what would change, and change nothing'))
    .addOption(jsonOption('what changed', 'fmea-import'))
    .action(act(later(async () => (await import('./fmea/import.js')).importWorksheet)));
  examples(imported, 'surety fmea import worksheet.csv my-case --dry-run');
  examples(command, 'surety fmea show examples/coding-agent', 'surety fmea export my-case -o worksheet.csv');
};
