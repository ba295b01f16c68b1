import { Option } from 'commander';
import { type Define, later } from '../command.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption, wholeNumber } from '../options.js';

export const define: Define = (command, act, io) => {
  const shown = command
    .command('show')
    .summary('sum up an evaluation log')
    .description('Sum up an evaluation log: what was run, how many rows count, which scores and fields they have.')
    .argument('<FILE>', 'log, table, test report or fault tree, of any format that is known (docs/readers.md)')
    .option('--reader <NAME>', 'read it as this format instead of looking')
    .addOption(readersOption())
    .addOption(jsonOption('the summary', 'evidence-show'))
    .action(act(later(async () => (await import('./evidence/show.js')).show)));
  examples(shown, 'surety evidence show logs/cyber-range.eval');

  const listed = command
    .command('list')
    .summary('list the evaluation logs of a folder')
    .description(
      'List the evaluation logs below a folder by their headers: what was run, with which model, how it ended. Trials are not read; `surety evidence show` reads them. Exit code 1 if a log cannot be read.',
    )
    .argument('<FOLDER>', 'folder of logs')
    .addOption(jsonOption('the list', 'evidence-list'))
    .action(act(later(async () => (await import('./evidence/list.js')).listEvidence)));
  examples(listed, 'surety evidence list logs');

  const sampled = command
    .command('sample')
    .summary('pick random trials for people to read')
    .description(
      'Pick trials of logs at random, the same ones for the same seed, each with the digest that a case can cite it by. Texts of transcripts stay in the log unless --texts asks for them.',
    )
    .argument('<FILE...>', 'logs to pick from')
    .addOption(new Option('-n, --number <NUMBER>', 'trials of each log').default(5).argParser(wholeNumber(1)))
    .addOption(seedOption())
    .option('--texts', 'also show what was asked and answered')
    .option('-o, --output <FILE>', 'write it there; as JSON where the name ends in .json')
    .option('--reader <NAME>', 'read them as this format instead of looking')
    .addOption(readersOption())
    .addOption(jsonOption('the trials', 'evidence-sample'))
    .action(act(later(async () => (await import('./evidence/sample.js')).sample)));
  examples(
    sampled,
    'surety evidence sample logs/cyber-range.eval',
    'surety evidence sample logs/*.eval -n 10 --seed 7 --texts -o samples.json',
  );

  const compared = command
    .command('compare')
    .summary('compare two runs, trial by trial')
    .description(
      'Compare two runs over the same samples: which trials changed their outcome, and how likely so lopsided a change would be by chance (exact paired test).',
    )
    .argument('<A>', 'log of the first run')
    .argument('<B>', 'log of the second run')
    .option('--success <EXPRESSION>', 'what the event is (default: score >= 1 where scores are 0 or 1)')
    .option('--scorer <NAME>', 'scorer to read, where a log has several')
    .addOption(new Option('--by <UNIT>', 'match samples or epochs').choices(['sample', 'epoch']).default('sample'))
    .option('--reader <NAME>', 'read both as this format instead of looking')
    .addOption(readersOption())
    .addOption(jsonOption('the comparison', 'evidence-compare'))
    .action(act(later(async () => (await import('./evidence/compare.js')).compare)));
  examples(
    compared,
    'surety evidence compare october.eval november.eval',
    'surety evidence compare a.csv b.csv --success "leaked >= 1"',
  );

  const locked = command
    .command('lock')
    .summary('record digests and results in surety.lock')
    .description(
      'Record the digest and the results of every source in surety.lock, so that the case can be assessed without them and a change is seen.',
    )
    .argument(...caseArgument)
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(jsonOption('what changed', 'evidence-lock'))
    .action(act(later(async () => (await import('./evidence/lock.js')).lockEvidence)));
  examples(locked, 'surety evidence lock my-case');

  const verified = command
    .command('verify')
    .summary('compare surety.lock with the sources')
    .description(
      'Read every source that is here again and compare it with surety.lock. Exit code 1 if anything differs.',
    )
    .argument(...caseArgument)
    .addOption(readersOption())
    .option('--require-sources', 'exit code 1 also where a source is not here')
    .addOption(jsonOption('the comparison', 'evidence-verify'))
    .action(act(later(async () => (await import('./evidence/verify.js')).verify)));
  examples(verified, 'surety evidence verify my-case');

  const refreshed = command
    .command('refresh')
    .summary('read again what is not as it was locked')
    .description(
      'Read again what changed since it was locked (source, measure, version of the reader, attestation), show the counts and the verdicts before and after, ask, and write surety.lock.',
    )
    .argument('[ID...]', 'pieces of evidence; all if absent')
    .option('--case <PATH>', 'file or folder of the case', '.')
    .addOption(asOfOption(io))
    .option('-y, --yes', 'do not ask: for scripts')
    .option('-n, --dry-run', 'show what would be written, and write nothing')
    .addOption(jsonOption('what changed', 'evidence-refresh'))
    .action(act(later(async () => (await import('./evidence/refresh.js')).refresh)));
  examples(
    refreshed,
    'surety evidence refresh --case my-case',
    'surety evidence refresh cyber-range --case my-case --yes',
  );

  const attested = command
    .command('attest')
    .summary('sign what was counted in a source')
    .description(
      'Read a piece of evidence and write down, signed, what was counted: an in-toto statement about its sources in a DSSE envelope, for the case to name as its attestation.',
    )
    .argument('<ID>', 'piece of evidence')
    .requiredOption('--key <FILE>', 'private key (PEM) to sign with')
    .option('--case <PATH>', 'file or folder of the case', '.')
    .option('-o, --output <FILE>', 'where to write it (default: standard output)')
    .addOption(jsonOption('the statement', 'attest'))
    .action(act(later(async () => (await import('./evidence/attest.js')).attestOne)));
  examples(
    attested,
    'surety evidence attest cyber-range --case my-case --key private.pem -o my-case/attestations/cyber-range.dsse.json',
  );
  examples(
    command,
    'surety evidence show logs/cyber-range.eval',
    'surety evidence compare october.eval november.eval',
    'surety evidence lock my-case',
    'surety evidence verify my-case',
  );
};
