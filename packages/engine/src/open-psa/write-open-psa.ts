import type { BasicEvent, CommonCauseGroup, Container, Definition, OpenPsaModel } from './model.js';
import { eventTreeTag, instructionTag } from './write-event-tree.js';
import { constantTag, expressionTag, formulaTag } from './write-parts.js';
import { type Tag, tag, xmlText } from './xml-text.js';

/**
 * The text of a model in the Open-PSA Model Exchange Format 2.0d. Read again, it is the same model but for the places; what
 * was passed over when it was read is not in it. Definitions stand grouped by the fault tree and component that they belong
 * to, in the order of the model.
 */
export function writeOpenPsa(model: OpenPsaModel): string {
  const { name } = model;
  const byPath = definitionsByPath(model);
  return xmlText(
    tag('opsa-mef', { name }, [
      ...describedTags(model),
      ...[...model.initiatingEvents.values()].map((of) =>
        definitionTag('define-initiating-event', of, { 'event-tree': of.eventTree }, []),
      ),
      ...[...model.rules.values()].map((of) =>
        definitionTag('define-rule', of, {}, of.instructions.map(instructionTag)),
      ),
      ...[...model.eventTrees.values()].map((of) => eventTreeTag(of, definitionTag)),
      ...contents(byPath, model.containers, []),
    ]),
  );
}

interface Written {
  readonly tag: Tag;
  /** Stands in `model-data` where it is in no fault tree. */
  readonly data: boolean;
}

/** Definitions of a scope, then what is in it; outside of all fault trees data stand in `model-data`. */
function contents(
  byPath: ReadonlyMap<string, readonly Written[]>,
  containers: readonly Container[],
  scope: readonly string[],
): Tag[] {
  const path = scope.join('.');
  const own = byPath.get(path) ?? [];
  const nested = containers
    .filter((of) => of.scope.join('.') === path)
    .map((of) =>
      definitionTag(
        of.kind === 'fault-tree' ? 'define-fault-tree' : 'define-component',
        of,
        of.private ? { role: 'private' } : {},
        contents(byPath, containers, [...scope, of.name]),
      ),
    );
  if (scope.length > 0) return [...own.map((one) => one.tag), ...nested];
  const data = own.filter((one) => one.data).map((one) => one.tag);
  const others = own.filter((one) => !one.data).map((one) => one.tag);
  return [...others, ...nested, ...(data.length === 0 ? [] : [tag('model-data', {}, data)])];
}

function definitionsByPath(model: OpenPsaModel): ReadonlyMap<string, readonly Written[]> {
  const byPath = new Map<string, Written[]>();
  const put = (of: Definition, one: Tag, data: boolean) => {
    const path = of.scope.join('.');
    const list = byPath.get(path) ?? [];
    byPath.set(path, list);
    list.push({ tag: one, data });
  };
  for (const of of model.gates.values())
    put(of, definitionTag('define-gate', of, role(of), [formulaTag(of.formula)]), false);
  for (const of of model.groups.values()) put(of, groupTag(model, of), false);
  for (const of of model.parameters.values())
    put(
      of,
      definitionTag('define-parameter', of, { ...role(of), unit: of.unit }, [expressionTag(of.expression)]),
      true,
    );
  for (const of of model.events.values()) {
    if (definedByGroup(model, of)) continue;
    const inner = of.expression === undefined ? [] : [expressionTag(of.expression)];
    put(of, definitionTag('define-basic-event', of, role(of), inner), true);
  }
  for (const of of model.houses.values())
    put(of, definitionTag('define-house-event', of, role(of), [constantTag(of.state)]), true);
  return byPath;
}

/** Said always inside of a fault tree, since a component may say otherwise for all in it. */
function role({ private: hidden, scope }: Definition): { readonly role?: string } {
  return scope.length === 0 ? {} : { role: hidden ? 'private' : 'public' };
}

/** Whether an event needs no definition besides being named by its group. */
function definedByGroup(
  model: OpenPsaModel,
  { group, scope, private: hidden, label, attributes }: BasicEvent,
): boolean {
  const of = group === undefined ? undefined : model.groups.get(group);
  if (of === undefined || label !== undefined || attributes !== undefined) return false;
  return of.private === hidden && of.scope.join('.') === scope.join('.');
}

function groupTag(model: OpenPsaModel, of: CommonCauseGroup): Tag {
  const members = of.members.map((id) => {
    const event = model.events.get(id)!;
    return tag('basic-event', { name: definedByGroup(model, event) ? event.name : id }, []);
  });
  const factors = of.factors.map(({ level, expression }) =>
    tag('factor', { level: String(level) }, [expressionTag(expression)]),
  );
  return definitionTag('define-CCF-group', of, { ...role(of), model: of.model }, [
    tag('members', {}, members),
    tag('distribution', {}, [expressionTag(of.distribution)]),
    tag('factors', {}, factors),
  ]);
}

function definitionTag(
  element: string,
  of: Definition,
  attributes: Readonly<Record<string, string | undefined>>,
  inner: readonly Tag[],
): Tag {
  return tag(element, { name: of.name, ...attributes }, [...describedTags(of), ...inner]);
}

function describedTags({ label, attributes }: Pick<Definition, 'label' | 'attributes'>): Tag[] {
  const list = (attributes ?? []).map(({ name, value, type }) => tag('attribute', { name, value, type }, []));
  return [
    ...(label === undefined ? [] : [tag('label', {}, [], label)]),
    ...(list.length === 0 ? [] : [tag('attributes', {}, list)]),
  ];
}
