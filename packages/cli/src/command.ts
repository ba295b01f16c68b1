import type { Command } from 'commander';
import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import type { Session } from './session.js';

/** What a command does with its arguments and, last, its options. */
export type Body<Args extends readonly unknown[]> = (session: Session, ...args: Args) => ExitCode | Promise<ExitCode>;

/** Wraps what a command does, so that it gets a session and its exit code is kept. */
export type Act = <Args extends readonly unknown[]>(body: Body<Args>) => (...args: readonly unknown[]) => Promise<void>;

/** What the file of a command exports: it gives the empty command its arguments, options, examples and action. */
export type Define = (command: Command, act: Act, io: Io) => void;

/** Loads what a command does when it is run: commands of one file may need very different parts of Surety. */
export function later<Args extends readonly unknown[]>(load: () => Promise<Body<Args>>): Body<Args> {
  return async (session, ...args) => (await load())(session, ...args);
}
