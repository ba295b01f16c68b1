import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { mutateXml, randomFrom } from './mutate.testing.js';
import { fixture, fixtures } from './read.testing.js';

/**
 * Models that nobody wrote, each following from its own number: read, solved, sampled, written and read again by a process
 * with a bounded heap, which may die or hang without the test doing so.
 */
const count = process.env.SURETY_LONG === undefined ? 500 : 10_000;
const first = Number(process.env.SURETY_SEED ?? 1);
/** MiB: of the heap, and of the process with what stands outside of it. */
const heap = 384;
const mostMemory = 640;
const patience = 20_000;

const dist = new URL('../../dist/', import.meta.url);
const script = `
  import { existsSync, readFileSync } from 'node:fs';
  import { compile } from ${JSON.stringify(new URL('index.js', dist).href)};
  import { xmlScan } from ${JSON.stringify(new URL('xml/index.js', dist).href)};
  import { openPsaParser, sequencesOf, solveSequence, topGates, toRiskModel, writeOpenPsa } from ${JSON.stringify(new URL('open-psa/index.js', dist).href)};
  import { sampleModel, samplingPlan } from ${JSON.stringify(new URL('uncertainty/index.js', dist).href)};
  const peak = () => existsSync('/proc/self/status')
    ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
    : process.resourceUsage().maxRSS / 1024;
  const read = (text) => {
    const parser = openPsaParser({ definitions: 10_000, nodes: 100_000 });
    const scan = xmlScan(parser.handlers(), { depth: 100, attributes: 20, token: 100_000 });
    const problem = scan.write(text) ?? scan.end();
    return problem === undefined ? parser.model() : { ok: false, problem };
  };
  const faults = [];
  const interval = ({ lower, upper }, what) => {
    if (!(lower >= 0 && lower <= upper && upper <= 1)) faults.push(what + ' lies in [' + lower + ', ' + upper + ']');
  };
  const solve = (built, problems) => {
    if (!built.ok) { problems.push(built.problem); return; }
    const { model, root, probabilities } = built.value;
    const compiled = compile(model, [root], { nodes: 20_000 }, { rootsOnly: true });
    interval(compiled.probability(probabilities, root), 'the probability');
    const sampled = sampleModel(compiled, root, built.value, samplingPlan(32, 'sobol', 1));
    if (sampled.without !== undefined) return;
    for (let t = 0; t < sampled.upper.length; t++) interval({ lower: sampled.lower[t], upper: sampled.upper[t] }, 'a trial');
  };
  process.on('message', (text) => {
    faults.length = 0;
    const problems = [];
    let kind = 'refused';
    const found = read(text);
    if (!found.ok) problems.push(found.problem);
    else {
      kind = 'read';
      for (const top of topGates(found.value).slice(0, 3)) solve(toRiskModel(found.value, top), problems);
      for (const event of [...found.value.initiatingEvents.keys()].slice(0, 2)) {
        const sequences = sequencesOf(found.value, event, 8760);
        if (!sequences.ok) problems.push(sequences.problem);
        else for (const one of sequences.value.slice(0, 3)) solve(solveSequence(found.value, one), problems);
      }
      const again = read(writeOpenPsa(found.value));
      if (!again.ok) faults.push('what was written is refused: ' + again.problem.message);
    }
    process.send({ kind, problems, faults, peak: peak() });
  });`;

interface Answer {
  readonly kind: 'read' | 'refused' | 'hangs' | 'died';
  readonly problems: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  readonly faults: readonly string[];
  readonly peak: number;
}

let child: ChildProcess | undefined;
let said = '';
afterAll(() => {
  child?.kill('SIGKILL');
});

function start(): ChildProcess {
  said = '';
  const made = spawn(process.execPath, [`--max-old-space-size=${heap}`, '--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  made.stderr?.on('data', (data: Buffer) => {
    said = `${said}${data.toString()}`.slice(0, 2000);
  });
  return made;
}

async function ask(text: string): Promise<Answer> {
  child ??= start();
  const running = child;
  let timer: NodeJS.Timeout | undefined;
  const broken = (kind: 'hangs' | 'died', what: string): Answer => ({
    kind,
    problems: [],
    faults: [`${kind}: ${what}`],
    peak: 0,
  });
  const answer = await new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(broken('hangs', said)), patience);
    running.once('message', (message) => resolve(message as Answer));
    running.once('exit', (code, signal) => resolve(broken('died', `${code ?? signal}: ${said}`)));
    running.send(text);
  });
  clearTimeout(timer);
  running.removeAllListeners();
  if (answer.kind === 'hangs' || answer.kind === 'died') {
    running.kill('SIGKILL');
    child = undefined;
  }
  return answer;
}

test(`${count} changed models from seed ${first} are solved, or refused with one clear problem`, {
  timeout: 120_000 + count * 200,
}, async () => {
  if (!existsSync(fileURLToPath(new URL('index.js', dist)))) throw new Error('run npx tsc -b first');
  const texts = readdirSync(fixtures)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map(fixture);
  const faults: string[] = [];
  const kinds = { read: 0, refused: 0, hangs: 0, died: 0 };
  let peak = 0;
  for (let seed = first; seed < first + count && faults.length < 10; seed++) {
    const random = randomFrom(seed);
    const pick = () => texts[Math.floor(random() * texts.length)]!;
    const answer = await ask(mutateXml(pick(), pick(), random));
    kinds[answer.kind]++;
    peak = Math.max(peak, answer.peak);
    for (const { line, column, message } of answer.problems)
      if (!(line >= 1 && column >= 1) || message === '' || message.length > 600)
        faults.push(`seed ${seed}: ${line}:${column} ${message.slice(0, 200)}`);
    faults.push(...answer.faults.map((fault) => `seed ${seed}: ${fault}`));
  }
  expect(faults).toEqual([]);
  expect(peak).toBeLessThan(mostMemory);
  // Changes that leave nothing to solve, or nothing to refuse, would test little.
  expect(kinds.read).toBeGreaterThan(count / 20);
  expect(kinds.refused).toBeGreaterThan(count / 20);
});
