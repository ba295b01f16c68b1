import type { Define } from './command.js';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command's own file; nothing of it is needed to list the commands. */
  readonly load: () => Promise<{ readonly define: Define }>;
}

/** All commands, in the order of a first day with Surety. */
export const commands: readonly CommandEntry[] = [
  { name: 'init', summary: 'write a small case to start from', load: () => import('./commands/init.js') },
  { name: 'check', summary: 'find what is wrong with a case', load: () => import('./commands/check.js') },
  { name: 'assess', summary: 'compute the verdict of every outcome', load: () => import('./commands/assess.js') },
  {
    name: 'explain',
    summary: 'show where the doubt of an element comes from',
    load: () => import('./commands/explain.js'),
  },
  {
    name: 'steps',
    summary: 'go through the six steps: what is there, what is missing, what to write next',
    load: () => import('./commands/steps.js'),
  },
  {
    name: 'coverage',
    summary: 'show what is argued, dismissed or open, by subsystem and kind of interaction',
    load: () => import('./commands/coverage.js'),
  },
  {
    name: 'fmea',
    summary: 'show the worksheet of failure modes, take it to a spreadsheet and back',
    load: () => import('./commands/fmea.js'),
  },
  {
    name: 'conditions',
    summary: 'list what ends what the case claims: dates, limits, indicators',
    load: () => import('./commands/conditions.js'),
  },
  {
    name: 'challenges',
    summary: 'list the challenges with their answers and what they move',
    load: () => import('./commands/challenges.js'),
  },
  {
    name: 'cutsets',
    summary: 'list the likeliest ways for the case to be wrong',
    load: () => import('./commands/cutsets.js'),
  },
  {
    name: 'advise',
    summary: 'list the smallest changes that make an outcome supported',
    load: () => import('./commands/advise.js'),
  },
  {
    name: 'horizon',
    summary: 'show where verdicts turn along capability, instances, tasks or window',
    load: () => import('./commands/horizon.js'),
  },
  {
    name: 'chain',
    summary: 'follow a chain of cases from generation to generation',
    load: () => import('./commands/chain.js'),
  },
  {
    name: 'macrosystem',
    summary: 'list what subsystems must misbehave together, or draw the system',
    load: () => import('./commands/macrosystem.js'),
  },
  {
    name: 'serve',
    summary: 'open the workspace: the case in the browser',
    load: () => import('./commands/serve.js'),
  },
  { name: 'outline', summary: 'show the argument as a tree', load: () => import('./commands/outline.js') },
  { name: 'diagram', summary: 'draw the argument as a picture', load: () => import('./commands/diagram.js') },
  {
    name: 'report',
    summary: 'write the case and its assessment as one document',
    load: () => import('./commands/report.js'),
  },
  { name: 'diff', summary: 'compare two states of a case', load: () => import('./commands/diff.js') },
  { name: 'sign', summary: 'sign a case or a claim, and see who has signed', load: () => import('./commands/sign.js') },
  {
    name: 'attest',
    summary: 'write down, signed, what a case is worth, or verify it',
    load: () => import('./commands/attest.js'),
  },
  { name: 'format', summary: 'write case files in the house format', load: () => import('./commands/format.js') },
  {
    name: 'add',
    summary: 'put a building block into the argument, its holes marked',
    load: () => import('./commands/add.js'),
  },
  {
    name: 'remove',
    summary: 'take an element out, with what only it uses',
    load: () => import('./commands/remove.js'),
  },
  { name: 'rename', summary: 'give something another name, everywhere', load: () => import('./commands/rename.js') },
  {
    name: 'evidence',
    summary: 'look into evaluation logs, lock and verify evidence',
    load: () => import('./commands/evidence.js'),
  },
  {
    name: 'catalogue',
    summary: 'list building blocks of arguments, or explain one',
    load: () => import('./commands/catalogue.js'),
  },
  {
    name: 'calc',
    summary: 'calculate what safety cases are made of: bounds, games, uplift, confidence',
    load: () => import('./commands/calc.js'),
  },
  {
    name: 'faulttree',
    summary: 'solve fault trees and event trees in Open-PSA MEF',
    load: () => import('./commands/faulttree.js'),
  },
  { name: 'rules', summary: 'list the rules of `check`, or explain one', load: () => import('./commands/rules.js') },
  {
    name: 'schema',
    summary: 'print the JSON Schema of a case or of an output',
    load: () => import('./commands/schema.js'),
  },
];
