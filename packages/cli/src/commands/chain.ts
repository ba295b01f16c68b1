import { followed } from '../chain/followed.js';
import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { type FigureFlags, figureOptions } from '../figure/options.js';
import { paintTo } from '../figure/paint-to.js';
import { assessable } from '../load-case.js';
import { asOfOption, caseArgument, examples, jsonOption, readersOption, seedOption } from '../options.js';
import { refuse } from '../refuse.js';
import { renderChain } from '../render/chain.js';
import { type Session, unusable } from '../session.js';

interface Options extends FigureFlags {
  readonly asOf: string;
  readonly seed: number;
  readonly json?: boolean;
}

export const define: Define = (command, act, io) => {
  command
    .description(
      'Follow the chain of a case back to the first generation: the doubt that adds up, how many generations stay under their thresholds, and what one more would take.',
    )
    .argument(...caseArgument);
  figureOptions(command);
  command
    .addOption(asOfOption(io))
    .addOption(readersOption())
    .addOption(seedOption())
    .addOption(jsonOption('the chain', 'chain'))
    .action(act(chain));
  examples(
    command,
    'surety chain examples/bootstrapping/generation-4',
    'surety chain examples/bootstrapping/generation-4 -o chain.svg',
    'surety chain examples/bootstrapping/generation-4 -o chain.svg --width 390',
  );
};

async function chain(session: Session, path: string, options: Options): Promise<ExitCode> {
  const { asOf, seed } = options;
  const checked = await assessable(session, path, asOf);
  if (!checked.ok) return refuse(session, checked);
  const found = await followed(session, checked.value, { asOf, seed });
  if (!found.ok) return refuse(session, found);
  const { id } = checked.value.case;
  if (found.value === 'not cited') {
    return unusable(
      session,
      `no outcome of ${id} rests on the claim that its chain cites`,
      'Let the claim of an outcome be supported by it: `supportedBy: [CLAIM@previous, GAP]`.',
    );
  }
  if (found.value === 'no chain') {
    return unusable(
      session,
      `${id} stands in no chain`,
      'A chain starts with `chain: { previous: FOLDER, claim: GOAL, gap: GOAL }` in the case of a later generation.',
    );
  }
  if (options.output !== undefined) {
    const { chainFigure } = await import('@surety/core/figure');
    const code = await paintTo(session, chainFigure(found.value, options.width), options);
    if (code !== exitCode.good) return code;
  }
  const { generations, holding } = found.value;
  if (options.json === true)
    session.print(JSON.stringify({ format: 'surety-chain/1', asOf, seed, ...found.value }, null, 2));
  else if (options.output !== '-') session.print(renderChain(found.value, session));
  return holding === generations.length ? exitCode.good : exitCode.bad;
}
