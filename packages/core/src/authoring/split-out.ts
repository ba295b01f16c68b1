import { aType, type Element, type ElementId, type Origin, type Path } from '../case/index.js';
import { applySplices, entryLines, isPlainPath, isTextPath, qualify } from '../language/edit/index.js';
import { locate, nodeRange, type TextDocument } from '../language/index.js';
import { idPattern } from '../schema/index.js';
import { ownBelow, type Refusal, refuse, type Texts, yamlOf } from '../skeleton/index.js';
import type { SplitOut } from './intent.js';
import { argumentOf, isNested, isRefusal, localId, moduleOfId, writable } from './named.js';
import { movableValue, valueAt } from './value-at.js';
import { type Outcome, steps, type Working } from './working.js';
import { setKey } from './write-element.js';

/**
 * Moves an element, with all that only it uses, into a file that is a module. What stays refers to it by the name of the
 * module; what it is worth is the same. Refused where something that moves refers to something that stays and that a
 * module cannot name.
 */
export function splitOut(working: Working, intent: SplitOut): Outcome {
  const { element: id, file, module, brief } = intent;
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  const bad = unfitName(working, intent) ?? unfitRoot(element);
  if (bad !== undefined) return bad;
  const going = ownBelow(working.look, [id]);
  const moving = working.of.elements.filter((one) => going.has(one.id) && one.instance === undefined);
  const tied = tiedTo(working, element, moving, going);
  if (tied !== undefined) return tied;
  const failed = steps(
    () => (working.look.parents(id).length === 0 ? undefined : setKey(working, element.origin, 'public', true)),
    () => renameReferences(working, element, moving, module),
    () => carryOver(working, element.origin.file, moving, { file, module, ...(brief === undefined ? {} : { brief }) }),
    () => useFile(working, element, file),
  );
  const others = moving.length - 1;
  return (
    failed ?? {
      ok: true,
      what: `Split ${id}${others === 0 ? '' : ` and ${others} elements below it`} out as the module ${module}`,
      select: `${localId(id)}@${module}`,
    }
  );
}

function unfitName({ of, texts }: Working, { file, module }: SplitOut): Refusal | undefined {
  if (!idPattern.test(module))
    return refuse(`“${module}” is no name of a module`, 'Letters, digits, _ and - are; no - first.');
  if (of.modules.some(({ name }) => name === module)) return refuse(`there is a module ${module} already`);
  if (!isTextPath(file) || !isPlainPath(file))
    return refuse(
      `“${file}” is no file that a case is read from`,
      'Name it like watchdog.yaml, within the folder of the case.',
    );
  return texts.has(file) ? refuse(`there is a file ${file} already`) : undefined;
}

function unfitRoot(element: Element): Refusal | undefined {
  const { id, origin, riskCase, type } = element;
  if (riskCase !== undefined) return refuse(`${id} is argued in a risk case, which stands in one place`);
  if (type !== 'goal')
    return refuse(
      `${id} is ${aType(type)}, and what a module offers is a goal`,
      'Split out the goal above or below it.',
    );
  if (isNested(element)) return refuse(`${id} is written inside another element`, 'Give it an entry of its own first.');
  return argumentOf(origin.path).length === 0
    ? refuse(`${origin.file} is an argument alone, where modules share their ids`)
    : undefined;
}

/** What ties the elements that move to others, other than that these rest on the first of them. */
function tiedTo(
  { of, look }: Working,
  root: Element,
  moving: readonly Element[],
  going: ReadonlySet<ElementId>,
): Refusal | undefined {
  const home = homeOf(of, root);
  const elsewhere = moving.find(({ origin }) => origin.file !== root.origin.file);
  if (elsewhere !== undefined)
    return refuse(
      `${elsewhere.id} stands in ${elsewhere.origin.file}, and ${root.id} in ${root.origin.file}`,
      'Bring them together first.',
    );
  for (const one of moving) {
    const away = [...one.supportedBy, ...one.inContextOf]
      .map(({ to }) => to)
      .find((to) => !going.has(to) && moduleOfId(to) === moduleOfId(root.id));
    if (away !== undefined && home === undefined)
      return refuse(
        `${one.id} refers to ${away}, which others use too, and which stands in no module that could be named`,
        `Give ${root.id} one of its own.`,
      );
    if (away !== undefined && look.element(away)?.public !== true)
      return refuse(
        `${one.id} refers to ${away}, which others use too and which is not public`,
        `Mark ${away} public first.`,
      );
    const others = [
      one.challenge?.answeredBy,
      ...(one.challenge?.target.kind === 'element' ? [one.challenge.target.element] : []),
      ...(one.challenge?.target.kind === 'link' ? [one.challenge.target.from, one.challenge.target.to] : []),
    ].find((to) => to !== undefined && !going.has(to));
    if (others !== undefined) return refuse(`${one.id} is about ${others}, which stays`);
  }
  const point = of.elements.flatMap((one) => one.claimPoints.map(({ name }) => ({ name, goes: going.has(one.id) })));
  const parted = of.elements.find(
    ({ id, confidence }) =>
      confidence !== undefined && point.some(({ name, goes }) => name === confidence && goes !== going.has(id)),
  );
  if (parted !== undefined)
    return refuse(`${parted.id} argues a claim point of an element that it would be parted from`);
  const developing = of.modules.find((one) =>
    one.extends.some(({ develops }) =>
      develops.some(({ element, by }) => [element, ...by].some((id) => going.has(id))),
    ),
  );
  return developing === undefined
    ? undefined
    : refuse(`the module ${developing.name} develops one of these elements, or another by one`);
}

/** The module that a file is, where its ids are told apart by it. */
function homeOf(of: Working['of'], { origin }: Element): string | undefined {
  return of.modules.find((one) => one.origin.file === origin.file)?.name;
}

/** What stays gets the name of the new module behind the ids, and what moves that of the module that it leaves. */
function renameReferences(
  { of, texts }: Working,
  root: Element,
  moving: readonly Element[],
  module: string,
): Refusal | undefined {
  const home = homeOf(of, root) ?? '';
  const { file } = root.origin;
  const documents = texts.files().map((one) => texts.open(one.file));
  const own = texts.open(file);
  const spans = moving.filter((one) => !isNested(one)).map(({ origin }) => spanOf(own, origin.path));
  const isMoving = (at: string, offset: number) =>
    at === file && spans.some(({ start, end }) => offset >= start && offset < end);
  const ids = new Set(moving.map(({ id }) => localId(id)));
  const cited = new Set(
    moving.flatMap(({ supportedBy, inContextOf }) =>
      [...supportedBy, ...inContextOf]
        .filter(({ to }) => !ids.has(localId(to)) && moduleOfId(to) === moduleOfId(root.id))
        .map(({ to }) => localId(to)),
    ),
  );
  const out = qualify(documents, { ids, from: home, to: module, at: (at, offset) => !isMoving(at, offset) });
  if (!out.ok) return refuse(out.reason);
  const back =
    cited.size === 0
      ? ({ ok: true, splices: [] } as const)
      : qualify(documents, { ids: cited, from: home, to: home, at: isMoving });
  if (!back.ok) return refuse(back.reason);
  for (const document of documents) {
    const splices = [...out.splices, ...back.splices].filter((splice) => splice.file === document.file);
    if (splices.length > 0) texts.write(document.file, applySplices(document.text, splices));
  }
  return undefined;
}

/** Where the value of an entry stands. */
function spanOf(document: TextDocument, path: Path): { readonly start: number; readonly end: number } {
  const node = locate(document, path)?.node;
  if (node == null) return { start: 0, end: 0 };
  const { start, end } = nodeRange(document, node);
  return { start: start.offset, end: end.offset };
}

interface NewFile {
  readonly file: string;
  readonly module: string;
  readonly brief?: string;
}

/** Takes the entries out of their file, as lines where they have lines to themselves, and writes the new one. */
function carryOver(
  { texts }: Working,
  from: string,
  moving: readonly Element[],
  { file, module, brief }: NewFile,
): Refusal | undefined {
  const { eol } = texts.open(from);
  const sections: string[] = [];
  for (const name of ['assumptions', 'argument']) {
    const own = moving.filter((one) => !isNested(one) && one.origin.path[0] === name);
    if (own.length === 0) continue;
    const lines = takenOut(texts, from, name, own, eol);
    if (typeof lines !== 'string') return lines;
    sections.push(`${name}:${eol}${lines}`);
  }
  const head = yamlOf({ module: { name: module, ...(brief === undefined ? {} : { brief }) } });
  texts.write(file, head.replaceAll('\n', eol) + sections.join(''));
  return undefined;
}

/** The entries of a section that move, as lines. */
function takenOut(
  texts: Texts,
  file: string,
  section: string,
  moving: readonly Element[],
  eol: string,
): string | Refusal {
  const document = texts.open(file);
  const taken = entryLines(document, [section], new Set(moving.map(({ origin }) => String(origin.path[1]))));
  if (taken !== undefined) {
    texts.write(file, applySplices(document.text, taken.splices));
    return taken.text;
  }
  const lines: string[] = [];
  for (const { id, origin } of moving.toReversed()) {
    const entry = printed(texts, origin, id, eol);
    if (typeof entry !== 'string') return entry;
    const removed = texts.change(file, { kind: 'remove', path: origin.path });
    if (removed !== undefined) return removed;
    lines.unshift(entry);
  }
  return lines.join('');
}

/** An entry on lines of its own, printed anew: refused where comments would be lost. */
function printed(texts: Texts, origin: Origin, id: ElementId, eol: string): string | Refusal {
  const data = movableValue(texts, origin, id);
  if (isRefusal(data)) return data;
  const entry = yamlOf({ [localId(id)]: data.value });
  return entry.replaceAll(/^(?=.)/gm, '  ').replaceAll('\n', eol);
}

/** A module says which files it uses, so that whoever reads its file alone finds them. */
function useFile(working: Working, root: Element, file: string): Refusal | undefined {
  const home = working.of.modules.find(({ origin }) => origin.file === root.origin.file);
  if (home === undefined) return undefined;
  const own: Origin = { file: root.origin.file, path: ['module'] };
  const path = pathFrom(root.origin.file, file);
  const uses = valueAt(working.texts, { ...own, path: ['module', 'uses'] });
  if (Array.isArray(uses))
    return working.texts.change(own.file, { kind: 'append', path: ['module', 'uses'], value: path });
  return setKey(working, own, 'uses', uses === undefined ? [path] : [uses, path]);
}

/** A path as a file names it: from the folder that the file is in. */
function pathFrom(file: string, to: string): string {
  const [from, steps] = [file.split('/').slice(0, -1), to.split('/')];
  const different = from.findIndex((step, index) => step !== steps[index]);
  const common = different === -1 ? from.length : different;
  return [...from.slice(common).map(() => '..'), ...steps.slice(common)].join('/');
}
