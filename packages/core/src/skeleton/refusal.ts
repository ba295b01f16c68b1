import { meantName } from '../case/index.js';

/** Why a text stays as it is: one sentence without the final full stop, and what helps. */
export interface Refusal {
  readonly ok: false;
  readonly reason: string;
  readonly hint?: string;
}

export function refuse(reason: string, hint?: string): Refusal {
  return { ok: false, reason, ...(hint === undefined ? {} : { hint }) };
}

/** A name that is not there, with the nearest one that is. */
export function refuseUnknown(what: string, name: string, names: readonly string[]): Refusal {
  const near = meantName(name, names);
  const most = 8;
  const left = names.length - most;
  const all =
    names.length === 0
      ? 'There is none'
      : `There ${names.length === 1 ? 'is' : 'are'} ${names.slice(0, most).join(', ')}`;
  const hint = near === undefined ? `${all}${left > 0 ? ` and ${left} more` : ''}.` : `Did you mean ${near}?`;
  return refuse(`there is no ${what} “${name}”`, hint);
}
