import type { RiskModel } from '../packages/engine/src/types.js';

export declare function randomNumbers(seed: number): () => number;
export declare function nearTree(gates: number, seed: number, sharing?: number): RiskModel;
