import { object, scalar } from '../../json/index.js';
import { failed, ok, type Result } from '../../problem.js';
import type { Source } from '../../source/index.js';
import { trialsBuilder } from '../../trials/index.js';
import { eachObject } from '../lines.js';
import { type Log, type Reader, type ReadOptions, readerLabel } from '../reader.js';

const shape = object({ probe: scalar, detector: scalar, generator: scalar });

/** A hitlog holds what hit and nothing else: taken for trials, every one would be an event. */
export async function readHitlog(source: Source, { limits }: ReadOptions, reader: Reader): Promise<Result<Log>> {
  const hits = new Map<string, number>();
  const models = new Set<string>();
  let lines = 0;
  const problem = await eachObject(
    source,
    limits,
    (value, line) => {
      const { probe, detector, generator } = value;
      const file = source.path;
      if (typeof probe !== 'string' || typeof detector !== 'string') {
        return { code: 'log-shape', message: 'a hit names no probe and detector', file, line, expected: 'a hitlog' };
      }
      const key = `${detector}\u0000${probe}`;
      if (!hits.has(key) && hits.size >= limits.columns) {
        return { code: 'too-many-columns', message: `there are more than ${limits.columns} detectors`, file, line };
      }
      hits.set(key, (hits.get(key) ?? 0) + 1);
      if (typeof generator === 'string' && models.size < 100) models.add(generator);
      lines += 1;
      return undefined;
    },
    shape,
  );
  if (problem !== undefined) return failed(problem);
  return ok({
    reader: readerLabel(reader),
    trials: trialsBuilder(limits).finish(),
    claimed: {
      metrics: [...hits].map(([key, value]) => {
        const [scorer, probe] = key.split('\u0000') as [string, string];
        return { scorer, name: `${probe} hits`, value };
      }),
    },
    models: [...models],
    status: 'unstated',
    notes: [
      `a hitlog holds the answers that hit (here ${lines}) and none that did not, so there is no rate in it: measure the report (*.report.jsonl)`,
    ],
  });
}
