import { type Case, type CaseLookup, type Element, lookup, type Path } from '../case/index.js';
import { type BuildingBlock, blockOf, type Catalogue } from '../catalogue/index.js';
import { idPattern } from '../schema/index.js';
import { freeStem, idsOfBlock, takenOf } from './free-stem.js';
import { instanceOfBlock } from './instance-of-block.js';
import { type Refusal, refuse, refuseUnknown } from './refusal.js';
import { addSupport } from './support.js';
import { type CaseTextFile, openTexts } from './texts.js';

export interface AddRequest {
  /** Id or alias of the building block. */
  readonly block: string;
  readonly subsystem: string;
  readonly outcome: string;
  /** The goal or strategy that the block is to support; without it, the claim of the outcome, or the strategy below it. */
  readonly under?: string;
  /** Values for the parameters of the block; for `system` and `outcome`, the words that the texts have for them. */
  readonly values?: Readonly<Record<string, string>>;
  /** Raise the usual defeaters as open challenges. */
  readonly challenges?: boolean;
  /** Day on which those are raised. */
  readonly date?: string;
  /** What the ids are made of, in place of the block's name. */
  readonly stem?: string;
}

export interface Added {
  readonly ok: true;
  /** New texts of the files that change. */
  readonly changed: ReadonlyMap<string, string>;
  /** Ids of what was added, the top first, as the file writes them. */
  readonly added: readonly string[];
  /** Id of the top as the case knows it: with its module, where it is in one. */
  readonly top: string;
  readonly under: string;
  readonly file: string;
  /** Parameters that nobody gave a value. */
  readonly open: readonly string[];
}

/**
 * Instantiates a building block into the text of a case. The elements are written out, and not as a use of a pattern: each
 * of them is a hole that the writer fills with evidence of this case, which what a pattern makes has no place for. Every
 * other byte stays. Unknown names are refused with the nearest one.
 */
export function addBlock(
  of: Case,
  files: readonly CaseTextFile[],
  catalogue: Catalogue,
  request: AddRequest,
): Added | Refusal {
  const look = lookup(of);
  const block = blockOf(catalogue, request.block);
  if (block === undefined)
    return refuseUnknown(
      'building block',
      request.block,
      catalogue.blocks.map(({ id }) => id),
    );
  if (look.subsystem(request.subsystem) === undefined)
    return refuseUnknown('subsystem', request.subsystem, subsystems(of));
  if (look.outcome(request.outcome) === undefined)
    return refuseUnknown(
      'outcome',
      request.outcome,
      of.outcomes.map(({ id }) => id),
    );
  const valued = valuesFor(block, of, request);
  if ('ok' in valued) return valued;
  const { ids, values } = valued;
  const parent = parentFor(look, request);
  if ('ok' in parent) return parent;
  const stem = stemFor(of, block, request);
  if (typeof stem !== 'string') return stem;
  const instance = instanceOfBlock(block, values, stem, { ...request, ids });
  if (!instance.ok) return instance;
  const texts = openTexts(files);
  const { file, path } = parent.origin;
  const failed = addSupport(texts, parent, instance.elements[0]!.id);
  if (failed !== undefined) return failed;
  for (const { id, value } of instance.elements) {
    const refused = texts.change(file, { kind: 'insert', path: argumentOf(path), key: id, value });
    if (refused !== undefined) return refused;
  }
  return {
    ok: true,
    changed: texts.changed(),
    added: instance.elements.map(({ id }) => id),
    top: `${instance.elements[0]!.id}${/@.*$/.exec(parent.id)?.[0] ?? ''}`,
    under: parent.id,
    file,
    open: block.parameters.map(({ name }) => name).filter((name) => values[name] === undefined),
  };
}

function subsystems(of: Case): readonly string[] {
  return of.system.map(({ id }) => id);
}

/** The map of elements that a path leads into; in a gsn2x file the elements stand at the top. */
function argumentOf(path: Path): Path {
  if (path[0] === 'riskCases') return path.slice(0, 3);
  return path[0] === 'argument' ? ['argument'] : [];
}

/** Words that every block has room for. */
const always: BuildingBlock['parameters'] = [
  { name: 'system', text: 'What do you call the subsystem?', example: 'the support agent' },
  { name: 'outcome', text: 'What do you call the outcome?', example: 'a refund by fraud' },
];

interface Valued {
  /** What the keys of elements name. */
  readonly ids: Readonly<Record<string, string>>;
  /** What the texts say. */
  readonly values: Readonly<Record<string, string>>;
}

/** An id as words in a sentence: `customer-data` is read as two words, `Coder-2` as it is. */
function wordsOf(id: string): string {
  return id.replace(/(?<=\p{Ll})[-_](?=\p{Ll})/gu, ' ');
}

function valuesFor(block: BuildingBlock, of: Case, request: AddRequest): Valued | Refusal {
  const given = request.values ?? {};
  for (const [name, value] of Object.entries(given)) {
    const parameter = [...block.parameters, ...always].find((one) => one.name === name);
    if (parameter === undefined)
      return refuseUnknown(
        `parameter of ${block.id}`,
        name,
        [...block.parameters, ...always].map((one) => one.name),
      );
    if (value.trim() === '')
      return refuse(`the parameter ${name} is given nothing`, `${parameter.text} For example: ${parameter.example}.`);
    if (parameter.names === 'subsystem' && !subsystems(of).includes(value))
      return refuseUnknown('subsystem', value, subsystems(of));
  }
  // Who watches the system stands in the text of the system; it is asked for where there are several.
  const watching = of.system.filter(({ watches }) => watches.includes(request.subsystem)).map(({ id }) => id);
  const guessed = block.parameters.flatMap(({ name, names }): [string, string][] => {
    const named = subsystems(of).includes(name) ? name : undefined;
    const only = named ?? (name === 'monitor' && watching.length === 1 ? watching[0] : undefined);
    return names === 'subsystem' && only !== undefined && only !== request.subsystem ? [[name, only]] : [];
  });
  const named = Object.fromEntries([
    ...guessed,
    ...block.parameters.flatMap(({ name, names }): [string, string][] =>
      names === 'subsystem' && given[name] !== undefined ? [[name, given[name]]] : [],
    ),
  ]);
  const ids = { ...named, system: request.subsystem, outcome: request.outcome };
  const words = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, wordsOf(id)]));
  return {
    ids,
    values: { ...words, ...given, ...Object.fromEntries(Object.keys(named).map((name) => [name, words[name]!])) },
  };
}

function parentFor(look: CaseLookup, { under, outcome }: AddRequest): Element | Refusal {
  const elements = look.case.elements;
  const claim = look.outcome(outcome)?.claim;
  if (under === undefined && claim === undefined) {
    return refuse(`outcome ${outcome} has no claim to argue for`, 'Write its `claim`, or say --under ID.');
  }
  const found = look.element(under ?? claim!);
  if (found === undefined) {
    const known = elements.filter(({ type }) => type === 'goal' || type === 'strategy').map(({ id }) => id);
    return refuseUnknown(
      under === undefined ? `element that outcome ${outcome} names as its claim:` : 'element',
      under ?? claim!,
      known,
    );
  }
  const parent = under === undefined ? belowClaim(look, found) : found;
  if (parent.type !== 'goal' && parent.type !== 'strategy')
    return refuse(`${parent.id} is a ${parent.type}, which nothing supports`, 'Name a goal or a strategy.');
  if (parent.instance !== undefined || parent.uses !== undefined)
    return refuse(`${parent.id} comes from a pattern`, 'Add below an element that the text itself states.');
  if (parent.doubt !== undefined || parent.evidence !== undefined)
    return refuse(
      `${parent.id} has a doubt or evidence of its own, and could not have support as well`,
      'Take that away first.',
    );
  return parent;
}

/** A claim that one strategy argues for is argued by that strategy. */
function belowClaim(look: CaseLookup, claim: Element): Element {
  const [only, ...others] = claim.supportedBy;
  const strategy = only === undefined || others.length > 0 ? undefined : look.element(only.to);
  return strategy?.type === 'strategy' ? strategy : claim;
}

function stemFor(of: Case, block: BuildingBlock, { stem, challenges }: AddRequest): string | Refusal {
  const ids = idsOfBlock(block, challenges === true);
  if (stem === undefined) return freeStem(of, block.short ?? block.id, ids);
  if (!idPattern.test(stem)) return refuse(`“${stem}” is no part of an id`, 'Letters, digits, _ and - are.');
  const taken = takenOf(of, ids(stem));
  return taken === undefined ? stem : refuse(`${taken} exists already`, `${freeStem(of, stem, ids)} would be free.`);
}
