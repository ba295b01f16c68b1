import { parentPort, workerData } from 'node:worker_threads';
import { compile, type RiskModel } from '@surety/engine';
import { type Sampling, type Share, sampleShare } from './sample-share.js';

/** What a thread is told at its start. */
export interface SampleSetup extends Sampling {
  readonly model: RiskModel;
  readonly limitNodes: number;
}

if (parentPort !== null) {
  const port = parentPort;
  const setup = workerData as SampleSetup;
  const compiled = compile(setup.model, [setup.root], { nodes: setup.limitNodes }, { rootsOnly: true });
  port.on('message', (share: Share) => {
    port.postMessage(sampleShare(compiled, setup, share));
  });
}
