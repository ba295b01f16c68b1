import { nearest } from '../names/index.js';
import {
  type BasicEvent,
  type CommonCauseGroup,
  type Container,
  type Definition,
  type EventTree,
  type GateDefinition,
  type HouseEvent,
  type InitiatingEvent,
  idOf,
  type OpenPsaModel,
  type Parameter,
  type Rule,
} from './model.js';
import type { ModelProblem, ModelResult } from './problem.js';
import { readEventTree, readInstruction } from './read-event-tree.js';
import { readExpression } from './read-expression.js';
import { readBoolean, readFormula } from './read-formula.js';
import { readGroup, type WrittenGroup } from './read-group.js';
import { header } from './read-header.js';
import { find } from './resolve.js';
import { all, placeOf, quoted, type Sink, sink, type XmlNode } from './xml-node.js';

/** Where a definition may stand. */
const places: Readonly<Record<string, readonly string[]>> = {
  'define-gate': ['fault-tree', 'component'],
  'define-basic-event': ['fault-tree', 'component', 'model-data'],
  'define-house-event': ['fault-tree', 'component', 'model-data'],
  'define-parameter': ['fault-tree', 'component', 'model-data'],
  'define-CCF-group': ['root', 'fault-tree', 'component'],
  'define-event-tree': ['root'],
  'define-initiating-event': ['root'],
  'define-rule': ['root'],
};
/** Definitions that matter only where something uses them, and what uses them is refused. */
const harmless = ['define-extern-library', 'define-extern-function'];

/** Makes a model of definitions as they come; a problem that is returned ends the reading. */
export interface Collector {
  readonly sink: Sink;
  container(container: Container): ModelProblem | undefined;
  /** Label and attributes of the container of a scope. */
  described(scope: readonly string[], said: Pick<Definition, 'label' | 'attributes'>): void;
  whole(said: { readonly name: string | undefined } & Pick<Definition, 'label' | 'attributes'>): void;
  define(node: XmlNode, scope: readonly string[], hidden: boolean, inside: string): ModelProblem | undefined;
  finish(): ModelResult<OpenPsaModel>;
}

type Kind = 'event' | 'parameter' | 'group' | 'event-tree' | 'initiating-event' | 'rule' | 'container';

export function collector(most: number): Collector {
  const to = sink();
  const gates = new Map<string, GateDefinition>();
  const events = new Map<string, BasicEvent>();
  const houses = new Map<string, HouseEvent>();
  const parameters = new Map<string, Parameter>();
  const written = new Map<string, WrittenGroup>();
  const eventTrees = new Map<string, EventTree>();
  const initiatingEvents = new Map<string, InitiatingEvent>();
  const rules = new Map<string, Rule>();
  const containers = new Map<string, Container>();
  const skipped = new Map<string, number>();
  let whole: Pick<OpenPsaModel, 'name' | 'label' | 'attributes'> = {};
  /** Places of what is defined, by kind and id: gates, basic and house events share their names. */
  const defined: Readonly<Record<Kind, Map<string, Definition>>> = {
    event: new Map(),
    parameter: new Map(),
    group: new Map(),
    'event-tree': new Map(),
    'initiating-event': new Map(),
    rule: new Map(),
    container: new Map(),
  };
  let count = 0;

  /** Takes a name, once. */
  function claim(kind: Kind, definition: Definition): boolean {
    const id = kind === 'container' ? [...definition.scope, definition.name].join('.') : idOf(definition);
    const before = defined[kind].get(id);
    if (before !== undefined) {
      const { line, column, file } = before.place;
      const where = `${file === undefined || file === definition.place.file ? '' : `${file}:`}${line}:${column}`;
      to.fail('duplicate', definition.place, `${quoted(id)} is defined twice, first at ${where}`, 'one definition');
      return false;
    }
    count += 1;
    if (count > most) {
      to.fail('limit', definition.place, 'the model has too many definitions', `at most ${most}`);
      return false;
    }
    defined[kind].set(id, definition);
    return true;
  }

  function define(node: XmlNode, scope: readonly string[], hidden: boolean, inside: string): void {
    const { name } = node;
    if (harmless.includes(name)) {
      skipped.set(name, (skipped.get(name) ?? 0) + 1);
      return;
    }
    const allowed = Object.hasOwn(places, name) ? places[name]! : undefined;
    if (allowed === undefined) {
      const known = [...Object.keys(places), 'define-fault-tree', 'define-component', 'model-data'];
      to.fail('not-supported', placeOf(node), `<${name}> is not supported`, known.join(', '), nearest(name, known));
      return;
    }
    // Benchmarks of the literature define gates and events at the top; there is nothing that it could be mistaken for.
    if (!allowed.includes(inside) && inside !== 'root') {
      to.fail(
        'unknown-element',
        placeOf(node),
        `<${name}> stands in <${inside}>`,
        `it to stand in ${allowed.join(', ')}`,
      );
      return;
    }
    if (name === 'define-event-tree') {
      const tree = readEventTree(node, to);
      if (tree !== undefined && claim('event-tree', tree)) eventTrees.set(tree.name, tree);
      return;
    }
    if (name === 'define-CCF-group') {
      const group = readGroup(node, scope, hidden, to);
      if (group !== undefined && claim('group', group.group)) written.set(idOf(group.group), group);
      return;
    }
    const begun = header(node, scope, hidden, to);
    if (begun === undefined) return;
    const { definition, body } = begun;
    const id = idOf(definition);
    const [first, second] = body;
    if (second !== undefined && name !== 'define-rule') {
      to.fail('bad-number-of-parts', placeOf(second), tooMany(name, definition.name), 'one');
      return;
    }
    switch (name) {
      case 'define-gate': {
        if (first === undefined) {
          to.fail(
            'bad-number-of-parts',
            definition.place,
            `gate ${quoted(definition.name)} has no formula`,
            'a formula',
          );
          return;
        }
        const formula = readFormula(first, to);
        if (formula !== undefined && claim('event', definition)) gates.set(id, { ...definition, formula });
        return;
      }
      case 'define-basic-event': {
        const expression = first && readExpression(first, to);
        if (first !== undefined && expression === undefined) return;
        if (expression?.kind === 'constant' && !(expression.value >= 0 && expression.value <= 1)) {
          const message = `basic event ${quoted(definition.name)} has the probability ${expression.value}`;
          to.fail('domain', expression.place, message, 'a number from 0 to 1');
          return;
        }
        if (claim('event', definition))
          events.set(id, { ...definition, ...(expression === undefined ? {} : { expression }) });
        return;
      }
      case 'define-house-event': {
        const state = first === undefined ? false : readBoolean(first, to);
        if (state !== undefined && claim('event', definition)) houses.set(id, { ...definition, state });
        return;
      }
      case 'define-parameter': {
        if (first === undefined) {
          to.fail(
            'bad-number-of-parts',
            definition.place,
            `parameter ${quoted(definition.name)} has no expression`,
            'one',
          );
          return;
        }
        const { unit } = node.attributes;
        const expression = readExpression(first, to);
        if (expression !== undefined && claim('parameter', definition))
          parameters.set(id, { ...definition, ...(unit === undefined ? {} : { unit }), expression });
        return;
      }
      case 'define-initiating-event': {
        const tree = node.attributes['event-tree'];
        if (first !== undefined) to.fail('unknown-element', placeOf(first), tooMany(name, definition.name), 'nothing');
        else if (claim('initiating-event', definition))
          initiatingEvents.set(id, { ...definition, ...(tree === undefined ? {} : { eventTree: tree }) });
        return;
      }
      default: {
        const instructions = all(body, (one) => readInstruction(one, to));
        if (instructions !== undefined && claim('rule', definition)) rules.set(id, { ...definition, instructions });
      }
    }
  }

  /** Groups with the ids of their members, which are events of the model though nothing else defines them. */
  function groupsOf(): Map<string, CommonCauseGroup> {
    const groups = new Map<string, CommonCauseGroup>();
    for (const [id, { group, members }] of written) {
      const ids: string[] = [];
      for (const { name, place } of members) {
        const known = find(events, name, group.scope);
        const event: BasicEvent = known ?? { name, scope: group.scope, private: group.private, place };
        const eventId = idOf(event);
        if (known === undefined && !claim('event', event)) return groups;
        if (event.group !== undefined || event.expression !== undefined) {
          const other = event.group === undefined ? 'a probability of its own' : `the group ${quoted(event.group)}`;
          to.fail(
            'duplicate',
            place,
            `${quoted(name)} is in the group ${quoted(group.name)} and has ${other}`,
            'one of them',
          );
          return groups;
        }
        events.set(eventId, { ...event, group: id });
        ids.push(eventId);
      }
      groups.set(id, { ...group, members: ids });
    }
    return groups;
  }

  return {
    sink: to,
    container: (container) => {
      const path = [...container.scope, container.name].join('.');
      if (claim('container', container)) containers.set(path, container);
      return to.problem;
    },
    described: (scope, said) => {
      const path = scope.join('.');
      const before = containers.get(path);
      if (before !== undefined) containers.set(path, { ...before, ...said });
    },
    whole: ({ name, ...said }) => {
      whole = { ...whole, ...(name === undefined ? {} : { name }), ...said };
    },
    define: (node, scope, hidden, inside) => {
      define(node, scope, hidden, inside);
      return to.problem;
    },
    finish: () => {
      const groups = groupsOf();
      if (to.problem !== undefined) return { ok: false, problem: to.problem };
      const lists = { gates, events, houses, parameters, groups, initiatingEvents, eventTrees, rules, skipped };
      return { ok: true, value: { ...whole, containers: [...containers.values()], ...lists } };
    },
  };
}

function tooMany(element: string, name: string): string {
  const what: Readonly<Record<string, string>> = {
    'define-gate': `gate ${quoted(name)} has two formulas`,
    'define-basic-event': `basic event ${quoted(name)} has two probabilities`,
    'define-house-event': 'a house event has two states',
    'define-parameter': `parameter ${quoted(name)} has two expressions`,
    'define-initiating-event': `initiating event ${quoted(name)} has something in it`,
  };
  return what[element]!;
}
