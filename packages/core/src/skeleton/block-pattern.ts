import type { BuildingBlock, Subclaim } from '../catalogue/index.js';
import type { Json } from '../language/edit/index.js';

export interface BlockPatternOptions {
  /** With the usual defeaters of the block as open challenges. */
  readonly challenges?: boolean;
  /** Day on which those are raised. */
  readonly date?: string;
  /** Ids for what the keys of the elements name, where the texts are to have other words; without them `{system}` and so on. */
  readonly ids?: Readonly<Record<string, string>>;
}

/** Ids of the elements of a block's pattern. */
export const topOfBlock = 'G1';
const strategyOfBlock = 'S1';

/**
 * The skeleton of a building block as a pattern of GSN v3, as the `patterns:` section of a case holds it: the claim, the
 * strategy, a goal left undeveloped (or an assumption) for each sub-claim, and on request a challenge for each usual
 * defeater. Its parameters are `system` (the subsystem that is argued about), `outcome`, and those of the block.
 */
export function blockPattern(
  block: BuildingBlock,
  options: BlockPatternOptions = {},
): { readonly [key: string]: Json } {
  const idOf = (name: string) => options.ids?.[name] ?? `{${name}}`;
  const goals = block.subclaims.filter((one) => one.kind !== 'assumption');
  const assumptions = block.subclaims.filter((one) => one.kind === 'assumption');
  return {
    parameters: {
      system: 'Id of the subsystem that is argued about',
      outcome: 'Id of the outcome that must not happen',
      ...Object.fromEntries(block.parameters.map(({ name, text }) => [name, text])),
    },
    argument: {
      [topOfBlock]: {
        text: block.claim,
        category: block.category,
        subsystem: idOf('system'),
        outcome: idOf('outcome'),
        block: block.id,
        ...assumesOf(block, idOf),
        supportedBy: [strategyOfBlock],
        ...(assumptions.length === 0 ? {} : { inContextOf: assumptions.map(idOfSubclaim) }),
      },
      [strategyOfBlock]: { text: block.strategy, supportedBy: goals.map(idOfSubclaim) },
      ...Object.fromEntries(block.subclaims.map((one) => [idOfSubclaim(one), subclaimText(one, idOf)])),
      ...(options.challenges === true ? challengesOf(block, options.date) : {}),
    },
  };
}

function idOfSubclaim({ key, kind }: Subclaim): string {
  return `${kind === 'assumption' ? 'A' : 'G'}-${key}`;
}

type IdOf = (name: string) => string;

function subclaimText({ text, kind, category, about }: Subclaim, idOf: IdOf): Json {
  if (kind === 'assumption') return { text };
  return {
    text,
    ...(category === undefined ? {} : { category }),
    ...(about === undefined ? {} : { subsystem: idOf(about), outcome: idOf('outcome') }),
    undeveloped: true,
  };
}

/** A control argument assumes that the system does its worst; what it leans on is trusted where a sub-claim argues that. */
function assumesOf({ category, subclaims }: BuildingBlock, idOf: IdOf): { readonly [key: string]: Json } {
  if (category !== 'control') return {};
  const trusted = subclaims.flatMap((one) =>
    one.category === 'trustworthiness' && one.about !== undefined ? [one.about] : [],
  );
  return {
    assumes: {
      [idOf('system')]: 'untrustworthy',
      ...Object.fromEntries(trusted.map((name) => [idOf(name), 'trusted'])),
    },
  };
}

function challengesOf(block: BuildingBlock, date: string | undefined): { readonly [key: string]: Json } {
  return Object.fromEntries(
    block.defeaters.map(({ text, against, source }, index) => {
      const target = block.subclaims.find(({ key }) => key === against);
      return [
        `D-${index + 1}`,
        {
          text,
          challenges: target === undefined ? topOfBlock : idOfSubclaim(target),
          status: 'open',
          raisedBy: `catalogue: ${source}`,
          ...(date === undefined ? {} : { date }),
        },
      ];
    }),
  );
}
