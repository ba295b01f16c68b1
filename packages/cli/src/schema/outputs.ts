import { advice } from './advice.js';
import { assessment } from './assessment.js';
import { attestation } from './attestation.js';
import { calculation, calculatorList } from './calculation.js';
import { chain } from './chain.js';
import { comparison } from './comparison.js';
import { diagram } from './diagram.js';
import { faultTree } from './fault-tree.js';
import { catalogue, check, rules, templates } from './findings.js';
import { challenges, conditions, coverage, steps, worksheet, worksheetImport } from './framework.js';
import { horizon } from './horizon.js';
import { macrosystemSets } from './macrosystem.js';
import {
  adding,
  cutSetLists,
  evidence,
  explanation,
  lockChanges,
  logList,
  outline,
  refreshment,
  removing,
  renaming,
  runComparison,
  sampledLogs,
  verification,
} from './others.js';
import type { Schema } from './parts.js';
import { report } from './report.js';
import { signing } from './signing.js';

const outputs = {
  check: [check, 'what `surety check --json` prints'],
  assess: [assessment, 'what `surety assess --json` prints'],
  explain: [explanation, 'what `surety explain --json` prints'],
  cutsets: [cutSetLists, 'what `surety cutsets --json` prints'],
  steps: [steps, 'what `surety steps --json` prints'],
  coverage: [coverage, 'what `surety coverage --json` prints'],
  fmea: [worksheet, 'what `surety fmea show --json` prints'],
  'fmea-import': [worksheetImport, 'what `surety fmea import --json` prints'],
  advise: [advice, 'what `surety advise --json` prints'],
  horizon: [horizon, 'what `surety horizon --json` prints'],
  chain: [chain, 'what `surety chain --json` prints'],
  macrosystem: [macrosystemSets, 'what `surety macrosystem --json` prints'],
  conditions: [conditions, 'what `surety conditions --json` prints'],
  challenges: [challenges, 'what `surety challenges --json` prints'],
  outline: [outline, 'what `surety outline --json` prints'],
  diagram: [diagram, 'what `surety diagram --json` prints'],
  diff: [comparison, 'what `surety diff --json` prints'],
  report: [report, 'what `surety report -o FILE.json` writes'],
  rename: [renaming, 'what `surety rename --json` prints'],
  add: [adding, 'what `surety add --json` prints'],
  remove: [removing, 'what `surety remove --json` prints'],
  attest: [attestation, 'what `surety attest --json` and `surety evidence attest --json` print'],
  sign: [signing, 'what `surety sign --json` prints'],
  'evidence-show': [evidence, 'what `surety evidence show --json` prints'],
  'evidence-sample': [sampledLogs, 'what `surety evidence sample --json` prints'],
  'evidence-compare': [runComparison, 'what `surety evidence compare --json` prints'],
  'evidence-list': [logList, 'what `surety evidence list --json` prints'],
  'evidence-lock': [lockChanges, 'what `surety evidence lock --json` prints'],
  'evidence-refresh': [refreshment, 'what `surety evidence refresh --json` prints'],
  'evidence-verify': [verification, 'what `surety evidence verify --json` prints'],
  calc: [calculation, 'what `surety calc NAME --json` prints'],
  'calc-list': [calculatorList, 'what `surety calc --json` prints'],
  faulttree: [faultTree, 'what `surety faulttree --json` prints'],
  catalogue: [catalogue, 'what `surety catalogue --json` prints'],
  templates: [templates, 'what `surety init --list --json` prints'],
  rules: [rules, 'what `surety rules --json` prints'],
} as const satisfies Record<string, readonly [Schema, string]>;

export type OutputName = keyof typeof outputs;
export const outputNames = Object.keys(outputs) as OutputName[];

/** The JSON Schema (draft 2020-12) of an output; it stands by itself. */
export function outputSchema(name: OutputName): Schema {
  const [schema, description] = outputs[name];
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `Surety ${name}`, description, ...schema };
}
