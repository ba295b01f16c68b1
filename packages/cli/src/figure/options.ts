import { type Command, InvalidArgumentError, Option } from 'commander';

/** What the caller asks of a picture beside a result. */
export interface FigureFlags {
  readonly output?: string;
  readonly theme: 'light' | 'dark' | 'auto';
  /** False for `--no-font`. */
  readonly font: boolean;
  /** In pixels; without it as wide as the picture is on a page. */
  readonly width?: number;
}

const narrowest = 360;
const widest = 2000;

export function figureOptions(command: Command): void {
  command
    .addOption(new Option('-o, --output <FILE.svg>', 'also draw it, into a file (- for stdout, and nothing else then)'))
    .addOption(
      new Option('--theme <THEME>', 'colours of the picture').choices(['light', 'dark', 'auto']).default('auto'),
    )
    .addOption(new Option('--no-font', 'leave out the font of the picture (some 37 kB)'))
    .addOption(
      new Option(
        '--width <PIXELS>',
        'no wider than this; 390 suits a telephone (default: a page, or what it needs)',
      ).argParser(pixels),
    );
}

function pixels(text: string): number {
  const width = Number(text);
  if (!/^\d+$/.test(text) || width < narrowest || width > widest)
    throw new InvalidArgumentError(`Expected a whole number from ${narrowest} to ${widest}.`);
  return width;
}
