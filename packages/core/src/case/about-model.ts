import type { CaseLookup } from './lookup.js';
import type { Evidence, Subsystem } from './model/index.js';

/** What the model of a subsystem may be called: digest, version or name. */
export function modelNames(subsystem: Subsystem | undefined): readonly string[] {
  const { digest, version, name } = subsystem?.model ?? {};
  return [digest, version, name].filter((one) => one !== undefined);
}

/** Whether a text names the model of the subsystem: by digest, version or name, or by `NAME VERSION` or `NAME@VERSION`. */
export function namesModel(subsystem: Subsystem | undefined, text: string): boolean {
  const { version, name } = subsystem?.model ?? {};
  const both = name === undefined || version === undefined ? [] : [`${name} ${version}`, `${name}@${version}`];
  return [...modelNames(subsystem), ...both].includes(text);
}

/** The model that the evidence is about, and what is deployed in its place; absent where they agree. */
export interface OtherModel {
  readonly about: string;
  /** The subsystem that the evidence names, where there is one. */
  readonly subsystem?: Subsystem;
  /** Digest, version or name of the subsystem's own model, or of all models of the system section. */
  readonly deployed: string;
}

/**
 * Whether evidence is about another model than the system section names (`semantics.md` section 6). Evidence that names
 * no subsystem, or one that is not there, is held against every model of the system.
 */
export function otherModel(evidence: Evidence, lookup: CaseLookup): OtherModel | undefined {
  const { model: about, subsystem: id } = evidence.about ?? {};
  if (about === undefined) return undefined;
  const subsystem = id === undefined ? undefined : lookup.subsystem(id);
  const candidates = subsystem === undefined ? lookup.case.system : [subsystem];
  const names = candidates.map(modelNames).filter((list) => list.length > 0);
  if (names.length === 0 || candidates.some((one) => namesModel(one, about))) return undefined;
  const deployed = names.map(([first]) => first).join(', ');
  return { about, deployed, ...(subsystem === undefined ? {} : { subsystem }) };
}
