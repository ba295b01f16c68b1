import type { ElementId } from '../../case/index.js';
import type { Naming } from '../modules.js';
import type { Bindings } from './bind.js';
import type { Decisions } from './decide.js';
import type { PatternText } from './pattern-text.js';
import type { Reach } from './reach.js';
import { type Scope, scopeOfFile } from './scope.js';

/** A pattern with all that was said where it is used. */
export interface Instance {
  readonly pattern: PatternText;
  readonly bindings: Bindings;
  readonly decisions: Decisions;
  readonly reach: Reach;
  /** Of the file that uses it: what is made belongs to the module of that file. */
  readonly naming: Naming;
  /** Id, in its module, of the element that stands for the top. */
  readonly local: string;
  /** What the ids of all other elements start with. */
  readonly prefix: string;
  /** Takes so much from what may be made. False where it is used up. */
  readonly spend: (size: number) => boolean;
}

/** Finding out what a reference means costs as much as some text. */
const costOfReference = 20;

/** Which of its values each parameter has that an element is made per. */
export type Turn = ReadonlyMap<string, number>;

/** The turns that an element is made in, as far as a turn leaves them open. */
export function turnsOf(instance: Instance, axes: readonly string[], within: Turn = new Map()): readonly Turn[] {
  let turns: Turn[] = [new Map(axes.flatMap((axis) => (within.has(axis) ? [[axis, within.get(axis)!]] : [])))];
  for (const axis of axes) {
    if (within.has(axis)) continue;
    const { length } = instance.bindings.get(axis)!.values;
    turns = turns.flatMap((turn) => Array.from({ length }, (_, index) => new Map([...turn, [axis, index]])));
  }
  return turns;
}

/** How many of them there are. */
export function countTurns({ bindings }: Instance, axes: readonly string[], within: Turn = new Map()): number {
  return axes.reduce((product, axis) => product * (within.has(axis) ? 1 : bindings.get(axis)!.values.length), 1);
}

/** The id, in its module, of an element of the pattern that is not its top. */
export function localIdOf(instance: Instance, id: string, turn: Turn): string {
  return `${instance.prefix}.${id}${ending(instance, instance.reach.axes(id), turn)}`;
}

function ending({ bindings }: Instance, axes: readonly string[], turn: Turn): string {
  return axes.map((axis) => `-${bindings.get(axis)!.labels[turn.get(axis)!]}`).join('');
}

/** What references mean in an element that is made in a turn. */
export function scopeOf(instance: Instance, turn: Turn): Scope {
  const { pattern, reach, naming, local, prefix } = instance;
  const file = scopeOfFile(pattern.naming);
  const top = pattern.pieces[0]?.id;
  return {
    refer: (reference, outside = file): readonly ElementId[] => {
      // `G2.Sn1` is an element of the pattern that G2 uses in turn.
      const dot = reference.indexOf('.');
      const [id, rest] = dot === -1 ? [reference, ''] : [reference.slice(0, dot), reference.slice(dot)];
      if (!pattern.byId.has(id)) return outside.refer(reference);
      if (!reach.has(id)) return [];
      if (id === top) return [naming.own(rest === '' ? local : `${prefix}.${id}${rest}`)];
      const axes = reach.axes(id);
      if (!instance.spend(costOfReference * countTurns(instance, axes, turn))) return [];
      return turnsOf(instance, axes, turn).map((one) => naming.own(localIdOf(instance, id, one) + rest));
    },
    point: (name, outside = file) => {
      if (!pattern.graph.points.has(name)) return outside.point(name);
      return naming.own(`${prefix}.${name}${ending(instance, reach.pointAxes(name), turn)}`);
    },
  };
}
