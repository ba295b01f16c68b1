import type { Origin } from '../origin.js';
import type { Element } from './element.js';
import type { ElementId } from './ids.js';

export interface Module {
  readonly name: string;
  readonly brief?: string;
  readonly uses: readonly { readonly path: string; readonly origin: Origin }[];
  readonly extends: readonly ModuleExtension[];
  /** A contract between modules: it develops goals of one by public goals of others. */
  readonly contract: boolean;
  /** Further attributes of a gsn2x module, name to text. */
  readonly information: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/** Undeveloped goals of another module that this one develops. */
export interface ModuleExtension {
  readonly module: string;
  readonly develops: readonly {
    readonly element: ElementId;
    readonly by: readonly ElementId[];
    readonly origin: Origin;
  }[];
  readonly origin: Origin;
}

/** A piece of argument with parameters. */
export interface Pattern {
  readonly id: string;
  /** Each parameter with what it stands for. */
  readonly parameters: Readonly<Record<string, string>>;
  /** As written, `{parameter}` and all; ids are those in the pattern. The first one is the top, which an instance stands for. */
  readonly elements: readonly Element[];
  readonly origin: Origin;
}
