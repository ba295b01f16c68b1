import { join } from 'node:path';
import type { Case } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import { type CaseAt, caseAt } from '@surety/evidence/git';
import { assessChecked, type CalledCase, checkText, type Loaded, readCase } from '../load-case.js';
import { during, type Session } from '../session.js';
import type { Operand } from './operands.js';

/** One of two states of a case, read and, where that is asked for, assessed. */
export interface Side {
  readonly name: string;
  readonly case: Case;
  readonly assessment?: Assessment;
  /** What was left out of it, and why. */
  readonly notes: readonly string[];
}

export interface SideOptions {
  readonly asOf: string;
  readonly seed: number;
  readonly assess: boolean;
}

/** Reads one state. What is written for it to a folder of its own is gone when this is done. */
export async function loadSide(session: Session, operand: Operand, options: SideOptions): Promise<Loaded<Side>> {
  if (operand.kind === 'path') return readSide(session, { name: operand.name, path: operand.path }, options);
  const { name, repository, commit, path } = operand;
  const at = await during(session, `Reading ${name}`, () => caseAt({ repository, commit, revision: name }, path));
  if (!at.ok) {
    const { message, hint } = at.trouble;
    return { ok: false, problems: [hint === undefined ? message : `${message}. ${hint}`] };
  }
  const { folder, caseFolder, writeSources } = at.value;
  try {
    const called = { revision: name, folder: caseFolder };
    return await readSide(
      session,
      { name, path: join(folder.root, ...path.split('/')), called, writeSources },
      options,
    );
  } finally {
    folder.remove();
  }
}

interface Place {
  readonly name: string;
  readonly path: string;
  readonly called?: CalledCase;
  readonly writeSources?: CaseAt['writeSources'];
}

async function readSide(session: Session, place: Place, options: SideOptions): Promise<Loaded<Side>> {
  const { name, path, called, writeSources } = place;
  const read = await readCase(session, path, called);
  if (!read.ok) return read;
  const text = read.value;
  if (text.case === null) return { ok: false, problems: [], text };
  if (!options.assess) return { ok: true, value: { name, case: text.case, notes: [] } };
  const sources = await writeSources?.(text.case);
  if (sources?.ok === false) return { ok: false, problems: [sources.trouble.message] };
  const checked = await checkText(session, text, path, options.asOf, called === undefined ? {} : { called });
  if (!checked.ok) return checked;
  const assessed = await assessChecked(session, checked.value, options);
  if (!assessed.ok) return assessed;
  const { assessment } = assessed.value;
  return { ok: true, value: { name, case: text.case, assessment, notes: sources?.value ?? [] } };
}
