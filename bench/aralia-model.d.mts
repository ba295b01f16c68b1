import type { RiskModel } from '@surety/engine';

export const araliaFiles: ReadonlyMap<string, string>;
export function scramAnswers(): ReadonlyMap<
  string,
  {
    readonly events: number;
    readonly gates: number;
    readonly probability: string;
    readonly cutSets: string;
    readonly finished: boolean;
  }
>;
export function araliaModel(file: string): {
  readonly model: RiskModel;
  readonly root: number;
  readonly events: readonly string[];
  readonly probabilities: Float64Array;
};
