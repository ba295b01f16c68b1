import fc from 'fast-check';

/**
 * Random patterns, written as patterns that are used and as the same elements by hand. The second is straight from the
 * sentences of the format and independent of the code under test: which elements are made how often is found by looking at
 * every path from the top.
 */
export interface Twins {
  readonly withPatterns: string;
  readonly byHand: string;
}

interface PieceEdge {
  readonly to: number;
  readonly per?: Axis;
  /** Optional, and whether it is kept. */
  readonly kept?: boolean;
}

interface PiecePlan {
  readonly edges: readonly PieceEdge[];
  readonly combine: 'all' | 'any';
  readonly doubt: number | 'p' | 'q';
  readonly inference?: number | 'p';
  /** Number of the pattern that it uses. */
  readonly uses?: number;
}

type Axis = 'a' | 'b';
type Values = Readonly<Record<Axis, readonly string[]>> & { readonly p: number; readonly q: number };
type PatternPlan = readonly PiecePlan[];

const axis = fc.constantFrom<Axis>('a', 'b');
const doubt = fc.constantFrom<number | 'p' | 'q'>(0.01, 0.3, 'p', 'q');

const piece = fc.record({
  targets: fc.array(
    fc.record({ to: fc.nat(99), per: fc.option(axis, { freq: 2 }), kept: fc.option(fc.boolean(), { freq: 3 }) }),
    { maxLength: 3 },
  ),
  combine: fc.constantFrom<'all' | 'any'>('all', 'any'),
  doubt,
  inference: fc.option(fc.constantFrom<number | 'p'>(0.05, 'p'), { freq: 4 }),
  uses: fc.option(fc.nat(9), { freq: 4 }),
});

type RandomPiece = typeof piece extends fc.Arbitrary<infer T> ? T : never;

/** Edges lead to later elements, and a pattern uses later ones, so that nothing goes in a circle. */
function planned(pieces: readonly RandomPiece[], later: readonly number[]): PatternPlan {
  return pieces.map(({ targets, combine, doubt: own, inference, uses }, index) => {
    const seen = new Set<number>();
    const edges = targets.flatMap(({ to, per, kept }): PieceEdge[] => {
      const target = index + 1 + (to % Math.max(1, pieces.length - index - 1));
      if (target >= pieces.length || seen.has(target)) return [];
      seen.add(target);
      return [{ to: target, ...(per === null ? {} : { per }), ...(kept === null ? {} : { kept }) }];
    });
    return {
      edges,
      combine,
      doubt: own,
      ...(inference === null ? {} : { inference }),
      ...(uses === null || later.length === 0 || edges.length > 0 ? {} : { uses: later[uses % later.length]! }),
    };
  });
}

const values = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 2 });

export const twins: fc.Arbitrary<Twins> = fc
  .record({
    patterns: fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
    values: fc.record({ a: values, b: values, p: fc.constantFrom(0.1, 0.2), q: fc.constantFrom(0.001, 0.4) }),
  })
  .map(({ patterns, values: given }) => {
    const plans = patterns.map((pieces, index) =>
      planned(
        pieces,
        Array.from({ length: patterns.length - index - 1 }, (_, i) => index + 1 + i),
      ),
    );
    const lines: string[] = [];
    const options = optionsOf(plans[0]!);
    writeByHand(plans, 0, { id: 'G1', prefix: 'G1' }, given, lines);
    const withValues = `with: { a: [${given.a.join(', ')}], b: [${given.b.join(', ')}], p: ${given.p}, q: ${given.q} }`;
    return {
      withPatterns: `patterns:\n${plans.map((plan, index) => patternText(plans, plan, index)).join('')}argument:\n  G1: { uses: { pattern: P0, ${withValues}${options} } }\n`,
      byHand: `argument:\n${lines.join('')}`,
    };
  });

/** An id can be said only one thing of: what one edge keeps is kept. */
function keptIn(plan: PatternPlan): readonly number[] {
  return plan.flatMap(({ edges }) => edges.filter(({ kept }) => kept === true).map(({ to }) => to));
}

function optionsOf(plan: PatternPlan): string {
  const keep = new Set(keptIn(plan));
  const optional = plan.flatMap(({ edges }) => edges.filter(({ kept }) => kept !== undefined).map(({ to }) => to));
  const omit = new Set(optional.filter((to) => !keep.has(to)));
  const ids = (places: ReadonlySet<number>) => [...places].map((place) => `E${place}`).join(', ');
  return `, keep: [${ids(keep)}], omit: [${ids(omit)}]`;
}

function patternText(plans: readonly PatternPlan[], plan: PatternPlan, index: number): string {
  const elements = plan.map((one, place) => {
    const edges = one.edges.map(({ to, per, kept }) => {
      const more = [
        per === undefined ? '' : `, multiplicity: per ${per}`,
        kept === undefined ? '' : ', optional: true',
      ];
      return `{ to: E${to}${more.join('')} }`;
    });
    const hand = `with: { a: "{a}", b: "{b}", p: "{p}", q: "{q}" }`;
    const uses =
      one.uses === undefined ? '' : `, uses: { pattern: P${one.uses}, ${hand}${optionsOf(plans[one.uses]!)} }`;
    return `      E${place}: { type: goal, text: t${edges.length > 0 ? `, supportedBy: [${edges.join(', ')}]` : ''}${rest(one, (name) => `"{${name}}"`)}${uses} }\n`;
  });
  return `  P${index}:\n    parameters: { a: list, b: list, p: doubt, q: doubt }\n    argument:\n${elements.join('')}`;
}

/** What an element says besides its edges; one that has neither edges nor a pattern has a doubt. */
function rest(one: PiecePlan, show: (name: 'p' | 'q') => string | number): string {
  const value = (given: number | 'p' | 'q') => (typeof given === 'number' ? given : show(given));
  const inference = one.inference === undefined ? '' : `, inference: ${value(one.inference)}`;
  if (one.uses !== undefined) return inference;
  if (one.edges.length === 0) return `, doubt: ${value(one.doubt)}`;
  const legs = one.combine === 'any' ? ', combine: any, dependence: { independent: true, because: so }' : '';
  return `${inference}${legs}`;
}

type Turn = Readonly<Partial<Record<Axis, string>>>;

/** An element that uses a pattern: its id, what the ids of the others start with, and the inference that it states. */
interface User {
  readonly id: string;
  readonly prefix: string;
  readonly inference?: PiecePlan['inference'];
}

/** Writes the elements that a pattern makes, the one that uses it first; ids have `_` where made ones have a dot. */
function writeByHand(plans: readonly PatternPlan[], which: number, user: User, given: Values, lines: string[]): void {
  const plan = plans[which]!;
  const keep = new Set(keptIn(plan));
  const edgesOf = (one: PiecePlan) => one.edges.filter(({ to, kept }) => kept === undefined || keep.has(to));
  const order: Axis[] = [];
  const paths = new Map<number, ReadonlySet<Axis>[]>();
  const visit = (place: number, passed: readonly Axis[]) => {
    paths.set(place, [...(paths.get(place) ?? []), new Set(passed)]);
    for (const { to, per } of edgesOf(plan[place]!)) {
      if (per !== undefined && !order.includes(per)) order.push(per);
      visit(to, per === undefined ? passed : [...passed, per]);
    }
  };
  const led = new Set(plan.flatMap(({ edges }) => edges.map(({ to }) => to)));
  for (const place of plan.keys()) if (!led.has(place)) visit(place, []);
  const axes = (place: number) => order.filter((one) => paths.get(place)!.every((passed) => passed.has(one)));
  const turns = (place: number, within: Turn): readonly Turn[] => {
    const each = (turn: Turn, one: Axis) =>
      (within[one] === undefined ? given[one] : [within[one]]).map((value) => ({ ...turn, [one]: value }));
    return axes(place).reduce<readonly Turn[]>((all, one) => all.flatMap((turn) => each(turn, one)), [{}]);
  };
  const idOf = (place: number, turn: Turn) =>
    place === 0 ? user.id : [`${user.prefix}_E${place}`, ...axes(place).map((one) => turn[one])].join('-');

  for (const [place, one] of plan.entries()) {
    for (const turn of paths.has(place) ? turns(place, {}) : []) {
      const id = idOf(place, turn);
      const own: Values = { ...given, a: listOf(turn.a) ?? given.a, b: listOf(turn.b) ?? given.b };
      const inference = (place === 0 ? user.inference : undefined) ?? one.inference;
      const stated = typeof inference === 'string' ? own[inference] : inference;
      const said: PiecePlan = stated === undefined ? one : { ...one, inference: stated };
      if (one.uses !== undefined) {
        const prefix = place === 0 ? `${user.prefix}_E0` : id;
        writeByHand(plans, one.uses, { id, prefix, inference: said.inference }, own, lines);
        continue;
      }
      const below = edgesOf(one).flatMap(({ to, per }) => {
        const open =
          per === undefined || turn[per] !== undefined
            ? [turn]
            : given[per].map((value) => ({ ...turn, [per]: value }));
        return open.flatMap((each) => turns(to, each).map((target) => idOf(to, target)));
      });
      const support = below.length === 0 ? '' : `, supportedBy: [${[...new Set(below)].join(', ')}]`;
      lines.push(`  ${id}: { type: goal, text: t${support}${rest(said, (name) => own[name])} }\n`);
    }
  }
}

function listOf(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}
