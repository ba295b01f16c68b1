import { join } from 'node:path';
import type { Case, Measures, Ranges } from '@surety/core/case';
import { type Assessment, assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { measureAll, readCaseFiles } from '@surety/evidence';
import { expect } from 'vitest';

/** The date that the READMEs pin. */
export const asOf = '2026-11-23';

export interface Worked {
  readonly of: Case;
  readonly ranges: Ranges;
  readonly measures: Measures;
  readonly assessment: Assessment;
}

/** An example as it stands, or with some of its text replaced. */
export async function worked(name: string, change: (text: string) => string = (text) => text): Promise<Worked> {
  const folder = join(import.meta.dirname, '../examples', name);
  const { files } = await readCaseFiles(folder);
  const parsed = parse(files.map(({ path, bytes }) => ({ path, text: change(new TextDecoder().decode(bytes)) })));
  if (parsed.case === null) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  const { measures, problems } = await measureAll(parsed.case, folder, {});
  expect(problems).toEqual([]);
  return { of: parsed.case, ranges: parsed.ranges, measures, assessment: assess(parsed.case, measures, { asOf }) };
}
