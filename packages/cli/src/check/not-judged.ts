import type { CaseText } from '../load-case.js';
import { listed } from '../render/text.js';

/** What errors of the text keep from being judged, as one line; nothing where nothing is kept. */
export function notJudged({ case: of, readable }: Pick<CaseText, 'case' | 'readable'>): string | undefined {
  if (of !== null) return undefined;
  const more = 'More may be found once these errors are mended:';
  if (readable === null) return `${more} no rule could judge the text`;
  const { sections, links, files } = readable.gaps;
  if (sections.size === 0 && !files) return undefined;
  const needs = [...[...sections].map((section) => `\`${section}\``), ...(links ? ['links between elements'] : [])];
  return `${more} rules that need ${files ? 'the whole text' : listed(needs)} could not judge all of it`;
}
