import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import {
  type ModelProblem,
  type ModelResult,
  type OpenPsaModel,
  type Solvable,
  type SolveOptions,
  sequencesOf,
  solveSequence,
  topGates,
  toRiskModel,
} from '@surety/engine/open-psa';
import { type ExitCode, exitCode } from '../exit-code.js';
import { unknownName } from '../refuse.js';
import { during, type Session, unusable } from '../session.js';
import { analyse } from './analyse.js';
import type { Analysis, AnalysisOptions } from './analysis.js';
import { curveOf } from './curve.js';
import { readModels } from './read-models.js';

export interface FaultTreeOptions extends Omit<AnalysisOptions, 'threads' | 'primeImplicants'> {
  readonly gate?: string;
  /** Events that are given to happen or not. */
  readonly given?: ReadonlyMap<string, boolean>;
  readonly primeImplicants?: boolean;
  readonly threads?: number;
  readonly validate?: boolean;
  readonly export?: string;
  readonly json?: boolean;
}

/** What `surety faulttree` does. */
export async function runFaultTree(
  session: Session,
  files: readonly string[],
  options: FaultTreeOptions,
): Promise<ExitCode> {
  const read = await during(session, 'Reading', () => readModels(files, session.io.cwd));
  if (!read.ok) return refused(session, read.problem);
  const model = read.value;
  if (options.export !== undefined) {
    const code = await exportTo(session, model, options.export);
    if (code !== exitCode.good || options.export === '-') return code;
  }
  if (options.gate !== undefined && !model.gates.has(options.gate))
    return unknownName(session, 'gate', options.gate, model.gates.keys());
  if (options.sil && options.timeStep === undefined)
    return unusable(session, '--sil needs --time-step, the hours from one point of the curve to the next');
  const targets = targetsOf(model, options);
  if (!targets.ok) return refused(session, targets.problem);
  if (options.validate !== true && targets.value.length === 0)
    return unusable(session, 'the model has no gate and no event tree, so there is nothing to solve');
  const analyses: Analysis[] = [];
  for (const { of, solve } of options.validate === true ? [] : targets.value) {
    const solvable = solve();
    if (!solvable.ok) return refused(session, solvable.problem);
    const curve = await during(session, 'Over time', async () => curveOf(of, solve, options));
    if (curve !== undefined && !curve.ok) return refused(session, curve.problem);
    const found = await during(session, `Solving ${of.gate ?? of.sequence}`, () =>
      analyse(solvable.value, of, {
        ...options,
        primeImplicants: options.primeImplicants === true,
        threads: options.threads ?? availableParallelism(),
      }),
    );
    if ('withoutProbability' in found)
      return unusable(
        session,
        `“${found.withoutProbability}” has no probability in some trials: an operation leaves its domain there`,
        'Keep its parameters where the expression has a value, or take --uncertainty false.',
      );
    analyses.push(curve === undefined ? found : { ...found, ...curve.value });
  }
  await show(session, model, analyses, options);
  return exitCode.good;
}

async function show(
  session: Session,
  model: OpenPsaModel,
  analyses: readonly Analysis[],
  options: FaultTreeOptions,
): Promise<void> {
  const { name } = model;
  const facts = {
    ...(name === undefined ? {} : { name }),
    gates: model.gates.size,
    basicEvents: model.events.size,
    houseEvents: model.houses.size,
    ccfGroups: model.groups.size,
    faultTrees: model.containers.filter(({ kind }) => kind === 'fault-tree').length,
    eventTrees: model.eventTrees.size,
  };
  const [first, ...others] = analyses;
  if (options.json === true && first !== undefined) {
    const { missionTime, ccf, given = [] } = options;
    const known = [...given].map(([event, happens]) => ({ event, happens }));
    const data = { format: 'surety-faulttree/1', model: facts, missionTime, ccf, given: known, ...first, others };
    session.print(JSON.stringify(data, null, 2));
    return;
  }
  const { renderFaultTree } = await import('../render/fault-tree.js');
  session.print(renderFaultTree(facts, analyses, options, session));
}

interface Target {
  readonly of: Pick<Analysis, 'gate' | 'initiatingEvent' | 'sequence'>;
  /** At the mission time that was asked for, or another one. */
  readonly solve: (missionTime?: number) => ModelResult<Solvable>;
}

/** The gate that was named; otherwise all top gates, and the sequences of all initiating events that have an event tree. */
function targetsOf(
  model: OpenPsaModel,
  { gate, ccf, missionTime, given }: FaultTreeOptions,
): ModelResult<readonly Target[]> {
  const how: SolveOptions = { commonCause: ccf, missionTime, ...(given === undefined ? {} : { given }) };
  const ofGate = (name: string): Target => ({
    of: { gate: name },
    solve: (time = missionTime) => toRiskModel(model, name, { ...how, missionTime: time }),
  });
  if (gate !== undefined) return { ok: true, value: [ofGate(gate)] };
  const targets = topGates(model).map(ofGate);
  for (const { name, eventTree } of model.initiatingEvents.values()) {
    if (eventTree === undefined) continue;
    const found = sequencesOf(model, name, missionTime);
    if (!found.ok) return found;
    for (const sequence of found.value)
      targets.push({
        of: { initiatingEvent: name, sequence: sequence.name },
        solve: () => solveSequence(model, sequence, how),
      });
  }
  // All gates are in a cycle: solving one of them says which.
  const [some] = model.gates.keys();
  return { ok: true, value: targets.length === 0 && some !== undefined ? [ofGate(some)] : targets };
}

function refused(session: Session, { file, line, column, message, expected, nearest, code }: ModelProblem): ExitCode {
  const where = file === undefined ? '' : `${file}:${line}:${column}: `;
  const wanted = expected === undefined ? '' : ` (expected ${expected})`;
  const hint = nearest === undefined ? undefined : `Did you mean ${nearest}?`;
  return unusable(session, `${where}${message}${wanted} [${code}]`, hint);
}

async function exportTo(session: Session, model: OpenPsaModel, file: string): Promise<ExitCode> {
  const { writeOpenPsa } = await import('@surety/engine/open-psa');
  const text = writeOpenPsa(model);
  if (file === '-') {
    session.io.out.write(text);
    return exitCode.good;
  }
  const { describe, writeAtomic } = await import('@surety/evidence');
  const problem = await writeAtomic(resolve(session.io.cwd, file), text);
  if (problem !== undefined) return unusable(session, describe(problem));
  if (!session.quiet) session.note(`Wrote ${file}`);
  return exitCode.good;
}
