import type { AddEvidence } from '@surety/core/authoring';
import { type Case, type ElementId, kindOfName } from '@surety/core/case';

/** What somebody says of a file that becomes evidence. Empty: not said. */
export interface Draft {
  readonly id: string;
  /** From the folder of the text that states the evidence. */
  readonly source: string;
  readonly by: string;
  readonly subsystem: string;
  readonly collected: string;
  readonly expires: string;
  /** The event that is counted, as an expression over a row. */
  readonly success: string;
  readonly citedBy: ElementId | undefined;
  /** Of the rate: `<= 0.05`. */
  readonly requires: string;
}

/** The text that states evidence: where the first piece stands, or else what the case is. */
export function evidenceFile(of: Case): string {
  return of.evidence[0]?.origin.file ?? of.origin.file;
}

/** What is proposed for a file: beside the logs that are there, under a name that is free. */
export function draftFor(of: Case, file: string): Draft {
  const folder = folderOf(of.evidence.find(({ sources }) => sources.length > 0)?.sources[0]?.path ?? 'logs/');
  return {
    id: freeId(of, file),
    source: `${folder}${plainName(file)}`,
    by: '',
    subsystem: '',
    collected: '',
    expires: '',
    success: '',
    citedBy: undefined,
    requires: '',
  };
}

/** Where the file goes, from the root. */
export function pathOf(of: Case, source: string): string {
  return `${folderOf(evidenceFile(of))}${source}`;
}

export function intentOf(draft: Draft): AddEvidence {
  const { id, source, by, subsystem, collected, expires, success, citedBy, requires } = draft;
  return {
    kind: 'addEvidence',
    id,
    entry: {
      source,
      ...(by === '' ? {} : { by }),
      ...(subsystem === '' ? {} : { about: { subsystem } }),
      ...(collected === '' ? {} : { collected }),
      ...(expires === '' ? {} : { expires }),
      ...(success === '' ? {} : { measure: { kind: 'rate', success } }),
    },
    ...(citedBy === undefined ? {} : { citedBy }),
    ...(citedBy === undefined || requires === '' ? {} : { requires: { rate: requires } }),
  };
}

/** With its `/`; empty for what stands in the folder itself. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Letters that every system takes in the name of a file. */
function plainName(file: string): string {
  return file.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+/, '') || 'log';
}

function freeId(of: Case, file: string): string {
  const stem =
    plainName(file)
      .replace(/\.[^.]*$/, '')
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^[^A-Za-z]+/, '') || 'evidence';
  const elements = new Set(of.elements.map((element) => element.id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (kindOfName(of, id) === undefined && !elements.has(id)) return id;
  }
}
