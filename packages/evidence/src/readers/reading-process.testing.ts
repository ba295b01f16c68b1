import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../limits.js';
import type { HeadResult, ReadResult } from './reader.js';

/** What one file came to: read whole and as far as its header, or what became of the process instead. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly result: ReadResult;
      readonly head: HeadResult;
      /** Peak of the process so far, in MiB. */
      readonly peak: number;
    }
  | { readonly kind: 'hangs' | 'died'; readonly said: string };

export interface ReadingProcess {
  read(location: string, options: { readonly path: string; readonly reader?: string }): Promise<Outcome>;
  close(): void;
}

const built = new URL('../../dist/index.js', import.meta.url);

/** Only its heap can be bounded; what stands outside of it is seen in the peak. */
const script = (limits: Partial<Limits>) => `
  import { defaultLimits, readEvidenceFile, readLogHeader } from ${JSON.stringify(built.href)};
  import { existsSync, readFileSync } from 'node:fs';
  // What the system says of a process made by another begins with the peak of that one; Linux has its own besides.
  const peak = () => existsSync('/proc/self/status')
    ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
    : process.resourceUsage().maxRSS / 1024;
  process.on('message', async ({ location, options }) => {
    const all = { ...options, limits: { ...defaultLimits, ...${JSON.stringify(limits)} } };
    const result = await readEvidenceFile(location, all);
    const head = await readLogHeader(location, all);
    process.send({ kind: 'done', result, head, peak: peak() });
  });`;

/**
 * Reads files in a process of its own, made of the built package, with a heap of so many MiB: whatever a file does to it,
 * a throw, a loop without end or a lack of memory, is told as the outcome of that file, and the next one gets a new process.
 */
export function readingProcess({
  heap,
  limits = {},
  patience = 30_000,
}: {
  readonly heap: number;
  readonly limits?: Partial<Limits>;
  /** Milliseconds after which a file hangs. */
  readonly patience?: number;
}): ReadingProcess {
  if (!existsSync(fileURLToPath(built))) throw new Error('run npx tsc -b first');
  let child: ChildProcess | undefined;
  let said = '';

  function start(): ChildProcess {
    said = '';
    const made = spawn(
      process.execPath,
      [`--max-old-space-size=${heap}`, '--input-type=module', '-e', script(limits)],
      { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' },
    );
    made.stderr?.on('data', (data: Buffer) => {
      said = `${said}${data.toString()}`.slice(0, 4000);
    });
    return made;
  }

  return {
    async read(location, options) {
      child ??= start();
      const running = child;
      let timer: NodeJS.Timeout | undefined;
      const outcome = await new Promise<Outcome>((resolve) => {
        timer = setTimeout(() => resolve({ kind: 'hangs', said }), patience);
        running.once('message', (answer) => resolve(answer as Outcome));
        running.once('exit', (code, signal) => resolve({ kind: 'died', said: `${code ?? signal}: ${said}` }));
        // Also where it died after its last answer.
        running.once('error', (error) => resolve({ kind: 'died', said: `${error.message}: ${said}` }));
        running.send({ location, options });
      });
      clearTimeout(timer);
      running.removeAllListeners();
      if (outcome.kind !== 'done') {
        running.kill('SIGKILL');
        child = undefined;
      }
      return outcome;
    },
    close() {
      child?.kill('SIGKILL');
      child = undefined;
    },
  };
}
