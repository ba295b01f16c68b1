import { aType, linkFault } from '../case/index.js';
import { applySplices, rename } from '../language/edit/index.js';
import { typeByPrefix } from '../language/index.js';
import { type Refusal, refuse } from '../skeleton/index.js';
import type { Rename, Retype, SetField, SetText, SetUndeveloped } from './intent.js';
import { inWords } from './may-link.js';
import { argumentOf, isRefusal, localId, writable } from './named.js';
import type { Outcome, Working } from './working.js';
import { setKey } from './write-element.js';

export function setText(working: Working, { element: id, text }: SetText): Outcome {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  if (text.trim() === '') return refuse('an element says something', 'Delete it if it is not needed.');
  const failed = text === element.text ? undefined : setKey(working, element.origin, 'text', text);
  return failed ?? { ok: true, what: `Say ${id} in other words`, select: id };
}

export function setField(working: Working, { element: id, field, value }: SetField): Outcome {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  const failed = setKey(working, element.origin, field, value === null || value === false ? undefined : value);
  const what = value === null || value === false ? `Take ${field} of ${id} away` : `Set ${field} of ${id} to ${value}`;
  return failed ?? { ok: true, what, select: id };
}

export function setUndeveloped(working: Working, { element: id, undeveloped }: SetUndeveloped): Outcome {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  const more = [
    ...(element.supportedBy.length > 0 ? ['support'] : []),
    ...(element.doubt === undefined ? [] : ['a stated doubt']),
    ...(element.evidence === undefined ? [] : ['evidence']),
  ];
  if (undeveloped && more.length > 0)
    return refuse(
      `${id} has ${more.join(' and ')}, and is developed`,
      'Put what is missing into an undeveloped goal of its own.',
    );
  const failed = setKey(working, element.origin, 'undeveloped', undeveloped ? true : undefined);
  return (
    failed ?? {
      ok: true,
      what: undeveloped ? `Mark ${id} undeveloped` : `Take the mark undeveloped from ${id}`,
      select: id,
    }
  );
}

export function renameThing(working: Working, { from, to, what }: Rename): Outcome {
  const failed = renameIn(working, from, to, what === undefined ? {} : { kind: what });
  if (failed !== undefined) return failed;
  const module = /@[^@]*$/.exec(from)?.[0] ?? '';
  return {
    ok: true,
    what: `Rename ${from} to ${to}`,
    ...(working.look.element(from) === undefined ? {} : { select: to.includes('@') ? to : `${to}${module}` }),
  };
}

function renameIn(
  { texts }: Working,
  from: string,
  to: string,
  options: Parameters<typeof rename>[3],
): Refusal | undefined {
  const documents = texts.files().map(({ file }) => texts.open(file));
  const renamed = rename(documents, from, to, options);
  if (!renamed.ok) return refuse(renamed.reason);
  for (const { file, text } of documents) {
    const own = renamed.splices.filter((splice) => splice.file === file);
    if (own.length > 0) texts.write(file, applySplices(text, own));
  }
  return undefined;
}

/** Another type: stated first, so that the new id may have any prefix, and left out where the id says it. */
export function retype(working: Working, { element: id, type, id: asked }: Retype): Outcome {
  const element = writable(working, id);
  if (isRefusal(element)) return element;
  if ((type === 'challenge') !== (element.type === 'challenge'))
    return refuse(
      `${id} is ${element.type === 'challenge' ? '' : 'not '}a challenge, which is another thing than an element of the argument`,
      'Add a new element instead.',
    );
  if (argumentOf(element.origin.path)[0] === 'assumptions' && type !== 'assumption')
    return refuse(`${id} stands in \`assumptions\``, 'Move it to the argument first.');
  const misfit = misfitAs(working, element, type);
  if (misfit !== undefined) return misfit;
  const to = asked ?? localId(id);
  const stated = typeByPrefix(to) === type ? undefined : type;
  const { origin } = element;
  const failed =
    setKey(working, origin, 'nodeType', undefined) ??
    (to === localId(id)
      ? undefined
      : (setKey(working, origin, 'type', type) ?? renameIn(working, id, to, { kind: 'element' })));
  if (failed !== undefined) return failed;
  // The element is found under its new id from here on.
  const { path, file } = origin;
  const own = path.at(-1) === localId(id) ? [...path.slice(0, -1), to] : path;
  const select = id.includes('@') ? `${to}${id.slice(id.lastIndexOf('@'))}` : to;
  return (
    setKey(working, { file, path: own }, 'type', stated) ?? {
      ok: true,
      what: `Make ${id} ${aType(type)}${to === localId(id) ? '' : `, ${to}`}`,
      select,
    }
  );
}

/** Why the links that an element has would be none that GSN allows, were it of another type. */
function misfitAs(
  { look }: Working,
  element: Parameters<typeof linkFault>[0] & { readonly id: string },
  type: Parameters<typeof linkFault>[0]['type'],
): Refusal | undefined {
  const after = { ...element, type };
  for (const { element: parent, relation } of look.parents(element.id)) {
    const fault = linkFault(parent, relation, after);
    if (fault !== undefined) return inWords(fault, parent, after);
  }
  const own = look.element(element.id)!;
  for (const relation of ['supportedBy', 'inContextOf'] as const) {
    for (const { to } of own[relation]) {
      const target = look.element(to);
      const fault = target === undefined ? undefined : linkFault(after, relation, target);
      if (fault !== undefined) return inWords(fault, after, target!);
    }
  }
  return undefined;
}
