import { lookup } from '@surety/core/case';
import {
  type GivenSignOff,
  type RequiredSignOff,
  type SignOffs,
  signatureTrouble,
  signOffsOf,
} from '@surety/core/signoff';
import { type ExitCode, exitCode } from '../exit-code.js';
import { readCase } from '../load-case.js';
import { refuse } from '../refuse.js';
import { placeOf } from '../render/place.js';
import { table } from '../render/table.js';
import { clean, counted, listed } from '../render/text.js';
import type { Session } from '../session.js';

export interface ListOptions {
  readonly case: string;
  readonly list?: boolean;
  readonly verify?: boolean;
  readonly json?: boolean;
}

/** `surety sign --list` and `surety sign --verify` */
export async function listSignOffs(session: Session, options: ListOptions): Promise<ExitCode> {
  const read = await readCase(session, options.case);
  if (!read.ok) return refuse(session, read);
  const { value: text } = read;
  if (text.case === null) return refuse(session, { ok: false, problems: [], text });
  const signOffs = signOffsOf(lookup(text.case));
  const complete = signOffs.required.every(({ state }) => state === 'signed');
  const lapsed = lapsedOf(signOffs.given);
  if (options.json === true) {
    const places = new Map(signOffs.given.map((one) => [one, text.ranges.value(one.signOff.origin)]));
    session.print(
      JSON.stringify(
        output(signOffs, complete, (one) => places.get(one)!),
        null,
        2,
      ),
    );
  } else {
    const place = (one: GivenSignOff) => placeOf(text.ranges.value(one.signOff.origin), text.places);
    if (options.list === true) printGiven(session, signOffs.given, place);
    else for (const one of lapsed) session.print(lapsedLine(one, place(one), session));
    printRequired(session, signOffs.required);
  }
  return options.verify === true && (!complete || lapsed.length > 0) ? exitCode.bad : exitCode.good;
}

const stands = ({ state, unsigned }: GivenSignOff) => state === 'current' && unsigned === undefined;

/** Sign-offs that do not or no longer stand, and that nobody in the same role gave anew. */
function lapsedOf(given: readonly GivenSignOff[]): readonly GivenSignOff[] {
  const same = (a: GivenSignOff, b: GivenSignOff) =>
    a.signOff.role === b.signOff.role && a.signOff.element === b.signOff.element;
  return given.filter((one) => !stands(one) && !given.some((other) => stands(other) && same(one, other)));
}

function lapsedLine(one: GivenSignOff, place: string, session: Session): string {
  const { role, who, element } = one.signOff;
  const what = `${session.style.bold(clean(role))}: ${clean(who)} signed ${clean(element ?? 'the case')}`;
  return `${what}, ${stateWords(one, session)} (${place})`;
}

function output({ given, required }: SignOffs, complete: boolean, rangeOf: (one: GivenSignOff) => unknown) {
  return {
    format: 'surety-signoffs/1',
    complete,
    required: required.map(({ role, outcome, claim, state, by }) => ({
      role,
      ...(outcome === undefined ? {} : { outcome }),
      ...(claim === undefined ? {} : { claim }),
      state,
      by: by.map((one) => given.indexOf(one)),
    })),
    signoffs: given.map((one) => {
      const { origin: _, check, ...record } = one.signOff;
      return {
        record,
        state: one.state,
        counts: one.state === 'current' && one.ownWork.length === 0 && one.unsigned === undefined,
        ...(one.now === undefined ? {} : { now: one.now }),
        ownWork: one.ownWork.map(({ what }) => what),
        ...(one.unsigned === undefined ? {} : { unsigned: one.unsigned }),
        ...(check?.kind === 'verified' ? { signedBy: check.by } : {}),
        range: rangeOf(one),
      };
    }),
  };
}

function printGiven(session: Session, given: readonly GivenSignOff[], place: (one: GivenSignOff) => string): void {
  const { style } = session;
  const rows = given.map((one) => {
    const { role, who, date, element } = one.signOff;
    return [
      clean(role),
      clean(who),
      date ?? '–',
      element ?? 'the case',
      stateWords(one, session),
      style.dim(place(one)),
    ];
  });
  const titles = ['role', 'who', 'date', 'of', 'state', ''].map((title) => ({ title }));
  for (const line of table(titles, rows, '', style.bold)) session.print(line);
  if (rows.length === 0 && !session.quiet) session.print('Nobody has signed.');
  if (!session.quiet) session.print('');
}

function stateWords({ state, ownWork, unsigned, signOff }: GivenSignOff, { style }: Session): string {
  if (state === 'gone') return style.red('of an element that is gone');
  if (unsigned !== undefined) return style.red(clean(`does not count: ${unsigned}`));
  if (ownWork.length > 0) return style.red(clean(`does not count: also ${listed(ownWork.map(({ what }) => what))}`));
  if (state !== 'current') return style.red('stale: it has changed since');
  return style.green(signOff.check?.kind === 'verified' ? 'current, signed' : 'current');
}

/** A line for each role that is short, with what it has to sign. */
function printRequired(session: Session, required: readonly RequiredSignOff[]): void {
  const { style } = session;
  const short = required.filter(({ state }) => state !== 'signed');
  for (const { role, outcome, claim, state, by } of short) {
    const who = listed([...new Set(by.map(({ signOff }) => signOff.who))]);
    const words = {
      missing: ['missing', signatureTrouble({ state, by }) ?? ''].filter((part) => part !== '').join(': '),
      stale: `stale: ${who} signed an earlier content`,
      'not independent': `missing: ${who} had a hand in what was signed`,
      signed: '',
    }[state];
    const what = outcome === undefined ? '' : ` for ${outcome}`;
    const sign = claim === undefined ? 'the case' : `the case or ${claim}`;
    session.print(`${style.bold(clean(role))}${clean(what)}: ${style.red(clean(words))}; has to sign ${clean(sign)}`);
  }
  if (session.quiet) return;
  if (required.length === 0) session.print('No sign-off is required.');
  else if (short.length === 0)
    session.print(style.green(`Every required sign-off is there: ${counted(required.length, 'sign-off')}.`));
}
