import { parentPort, workerData } from 'node:worker_threads';
import { compile, type RiskModel } from '@surety/engine';
import { type SampledModel, type SamplingPlan, sampleModel, type UncertainLeaves } from '@surety/engine/uncertainty';

/** What a thread is told at its start. */
export interface SampleSetup extends UncertainLeaves {
  readonly model: RiskModel;
  readonly root: number;
  readonly plan: SamplingPlan;
  readonly limitNodes: number;
}

/** Replicates `from` up to before `to`. */
export interface SampleJob {
  readonly from: number;
  readonly to: number;
}

export type Sampled = Pick<SampledModel, 'lower' | 'upper' | 'exact' | 'clipped' | 'without'>;

if (parentPort !== null) {
  const port = parentPort;
  const { model, root, terms, leafTerms, plan, limitNodes } = workerData as SampleSetup;
  const compiled = compile(model, [root], { nodes: limitNodes }, { rootsOnly: true });
  port.on('message', ({ from, to }: SampleJob) => {
    port.postMessage(sampleModel(compiled, root, { terms, leafTerms }, plan, from, to));
  });
}
