import type { AddEvidence } from '@surety/core/authoring';
import { type Case, type ElementId, kindOfName, type MeasureKind, type ResultName, resultsOf } from '@surety/core/case';
import { measureForms, measureOf } from './measure-forms.js';

/** What somebody says of a file that becomes evidence. Empty: not said. */
export interface Draft {
  readonly id: string;
  /** From the folder of the text that states the evidence. */
  readonly source: string;
  readonly by: string;
  readonly subsystem: string;
  readonly collected: string;
  readonly expires: string;
  readonly kind: MeasureKind;
  /** Of the measure, by their keys; empty ones are not said. */
  readonly values: Readonly<Record<string, string>>;
  /** Of a fault tree: the gate that it is about. */
  readonly top: string;
  readonly citedBy: ElementId | undefined;
  /** Which result of the measure the element requires something of, and what: `<= 0.05`. */
  readonly result: ResultName;
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
    ...measuredBy('rate'),
    top: '',
    citedBy: undefined,
    requires: '',
  };
}

/** Another kind of measure begins empty, but for what is chosen among a few. */
export function measuredBy(kind: MeasureKind): Pick<Draft, 'kind' | 'values' | 'result'> {
  const chosen = measureForms[kind].fields.flatMap(({ key, is }): [string, string][] =>
    Array.isArray(is) ? [[key, is[0] as string]] : [],
  );
  return { kind, values: Object.fromEntries(chosen), result: resultsOf[kind][0] };
}

/** Where the file goes, from the root. */
export function pathOf(of: Case, source: string): string {
  return `${folderOf(evidenceFile(of))}${source}`;
}

export function intentOf(draft: Draft): AddEvidence {
  const { id, source, by, subsystem, collected, expires, kind, values, top, citedBy, result, requires } = draft;
  const measure = measureOf(kind, values);
  return {
    kind: 'addEvidence',
    id,
    entry: {
      source,
      ...(by === '' ? {} : { by }),
      ...(subsystem === '' ? {} : { about: { subsystem } }),
      ...(collected === '' ? {} : { collected }),
      ...(expires === '' ? {} : { expires }),
      ...(measure === undefined ? {} : { measure }),
      ...(kind !== 'fault tree' || top === '' ? {} : { top }),
    },
    ...(citedBy === undefined ? {} : { citedBy }),
    ...(citedBy === undefined || requires === '' ? {} : { requires: { [result]: requires } }),
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
