import { type Command, Option } from 'commander';

/** What the caller asks of a picture beside a result. */
export interface FigureFlags {
  readonly output?: string;
  readonly theme: 'light' | 'dark' | 'auto';
  /** False for `--no-font`. */
  readonly font: boolean;
}

export function figureOptions(command: Command): void {
  command
    .addOption(new Option('-o, --output <FILE.svg>', 'also draw it, into a file (- for stdout, and nothing else then)'))
    .addOption(
      new Option('--theme <THEME>', 'colours of the picture').choices(['light', 'dark', 'auto']).default('auto'),
    )
    .addOption(new Option('--no-font', 'leave out the font of the picture (some 37 kB)'));
}
