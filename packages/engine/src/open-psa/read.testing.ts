import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { xmlScan } from '../xml/index.js';
import type { OpenPsaModel } from './model.js';
import { type OpenPsaLimits, openPsaParser } from './parse-open-psa.js';
import type { ModelProblem, ModelResult } from './problem.js';

const limits = { depth: 200, attributes: 20, token: 1_000_000 };

/** Reads texts that make up one model. */
export function readModels(texts: readonly string[], most?: OpenPsaLimits): ModelResult<OpenPsaModel> {
  const parser = openPsaParser(most);
  for (const [at, text] of texts.entries()) {
    const scan = xmlScan(parser.handlers(texts.length === 1 ? undefined : `file${at + 1}`), limits);
    const problem = scan.write(text) ?? scan.end();
    if (problem !== undefined) return { ok: false, problem: problem as ModelProblem };
  }
  return parser.model();
}

export function readModel(text: string): OpenPsaModel {
  const read = readModels([text]);
  if (!read.ok) throw new Error(`${read.problem.line}:${read.problem.column} ${read.problem.message}`);
  return read.value;
}

export const fixtures = fileURLToPath(new URL('../../fixtures/open-psa/', import.meta.url));

export function fixture(name: string): string {
  return readFileSync(`${fixtures}${name}`, 'utf8');
}
