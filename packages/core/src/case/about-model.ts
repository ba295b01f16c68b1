import type { CaseLookup } from './lookup.js';
import type { Evidence, Subsystem } from './model.js';

/** What the model of a subsystem may be called: digest, version or name. */
export function modelNames(subsystem: Subsystem | undefined): readonly string[] {
  const { digest, version, name } = subsystem?.model ?? {};
  return [digest, version, name].filter((one) => one !== undefined);
}

/** The model that the evidence is about, and the subsystem whose model is another one; absent where they agree. */
export interface OtherModel {
  readonly about: string;
  readonly subsystem: Subsystem;
  /** Digest, version or name of the subsystem's own model. */
  readonly deployed: string;
}

/** Whether evidence is about another model than the system section names (`semantics.md` section 6). */
export function otherModel(evidence: Evidence, lookup: CaseLookup): OtherModel | undefined {
  const { model: about, subsystem: id } = evidence.about ?? {};
  const subsystem = id === undefined ? undefined : lookup.subsystem(id);
  const names = modelNames(subsystem);
  const [deployed] = names;
  if (about === undefined || subsystem === undefined || deployed === undefined || names.includes(about))
    return undefined;
  return { about, subsystem, deployed };
}
