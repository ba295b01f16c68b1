import type { Case } from '../../case/index.js';
import { partsOfNames } from './names.js';
import type { RedactionPlan } from './plan.js';
import { partsOf, type Scrub, scrubOf, wordsOf } from './scrub.js';

/** Shorter words quote nothing. */
const shortestTelling = 4;

/** Ids stay: reviews, differences and links point at them. */
export function idsOf(of: Case): ReadonlySet<string> {
  const { elements, evidence, outcomes, system, quantities, indicators } = of;
  const withId = [...elements, ...evidence, ...outcomes, ...system, ...indicators];
  return new Set([...withId.map(({ id }) => id), ...quantities.map(({ name }) => name)]);
}

/** What takes everything that is withheld out of texts. `emptied` is the case without it, and says what is open. */
export function scrubFor(
  of: Case,
  emptied: Case,
  plan: RedactionPlan,
  names: readonly string[],
  ids: ReadonlySet<string>,
): Scrub {
  const texts = [
    ...of.elements.filter(({ id }) => plan.elements.has(id)).flatMap(textsIn),
    ...of.evidence.filter(({ id }) => plan.evidence.has(id)).flatMap(textsIn),
    ...of.quantities.filter(({ name }) => plan.quantities.has(name)).flatMap(textsIn),
    ...of.dependence.flatMap(({ because, members }) =>
      because !== undefined && members.some(({ leaf }) => plan.leaves.has(leaf)) ? [because] : [],
    ),
  ];
  const sources = of.evidence.flatMap((one) =>
    plan.sources || plan.evidence.has(one.id)
      ? [
          ...pathsOf([
            ...one.sources.map(({ path }) => path),
            ...one.keys,
            one.attestation?.path,
            one.attestation?.trustedRoot,
          ]),
          ...(one.attestation?.identity === undefined ? [] : [one.attestation.identity.subject]),
        ]
      : [],
  );
  const queries = plan.sources ? of.indicators.flatMap(({ source }) => source ?? []) : [];
  const statements = plan.sources
    ? pathsOf([
        ...of.review.signoffs.flatMap(({ statement, signature }) => [statement, signature]),
        ...(of.review.keys ?? []).map(({ path }) => path),
        of.review.allowedSigners?.path,
      ])
    : [];
  const said = new Set(textsIn(emptied));
  const kept = new Set([...said, ...ids].flatMap(wordsAndParts));
  const telling = new Set(
    texts
      .flatMap(wordsAndParts)
      .filter((word) => word.length >= shortestTelling && !/^\d+$/.test(word) && !kept.has(word)),
  );
  // What stands openly elsewhere is no secret.
  const secrets = [
    ...texts.filter((text) => !said.has(text)),
    ...sources,
    ...queries,
    ...statements,
    ...partsOfNames(names),
  ];
  const about = new Set([...plan.elements.keys(), ...plan.evidence.keys(), ...plan.quantities.keys(), ...plan.leaves]);
  return scrubOf(
    secrets.filter((text) => text.length > 2),
    telling,
    about,
  );
}

function wordsAndParts(text: string): readonly string[] {
  return wordsOf(text).flatMap((word) => [word, ...partsOf(word)]);
}

/** A path, and the name of its file. */
function pathsOf(paths: readonly (string | undefined)[]): readonly string[] {
  return paths.flatMap((path) =>
    path === undefined ? [] : [path, ...(path.includes('/') ? path.split('/').slice(-1) : [])],
  );
}

/** Keys whose values are words of the format, names of others, or places in the text. */
const noContent = new Set(
  'id kind type status origin to from element evidence outcome subsystem owner by raisedBy name collected expires date challenges answeredBy confidence indicator category trust axis result direction instance at members leaf form module'.split(
    ' ',
  ),
);

/** Every text of some length in the data that is content. */
function textsIn(value: unknown): readonly string[] {
  const found: string[] = [];
  const walk = (one: unknown, key: string): void => {
    if (typeof one === 'string') {
      if (!noContent.has(key)) found.push(one);
    } else if (Array.isArray(one)) for (const item of one) walk(item, key);
    else if (typeof one === 'object' && one !== null && key !== 'origin' && key !== 'confidential')
      for (const [name, item] of Object.entries(one)) walk(item, name);
  };
  walk(value, '');
  return found;
}
