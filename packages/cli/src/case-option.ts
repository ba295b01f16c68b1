import { type Command, Option } from 'commander';

/**
 * Lets a command that takes the case as its argument take it as `--case` too: so it is written for commands whose arguments
 * name something else.
 */
export function caseOption(command: Command): void {
  const at = command.registeredArguments.findIndex((one) => one.name() === 'CASE' && !one.required && !one.variadic);
  if (at === -1) return;
  command.addOption(new Option('--case <PATH>', 'the same as the argument CASE'));
  command.hook('preAction', (_, acting) => {
    const { case: path } = acting.opts<{ readonly case?: string }>();
    if (path === undefined || acting !== command) return;
    if (acting.args[at] !== undefined)
      acting.error(`surety: the case is named twice, as ${acting.args[at]} and by --case`, { exitCode: 2 });
    acting.processedArgs[at] = path;
  });
}
