/** `verdict.mjs FILE`: the worst verdict of an assessment as `surety assess --json` printed it; `unusable` where it printed none. */
import { readFileSync } from 'node:fs';

const worstFirst = ['not supported', 'undecided', 'not quantified', 'sketch', 'supported'];

const text = readFileSync(process.argv[2], 'utf8');
const verdicts = text.trim() === '' ? [] : JSON.parse(text).outcomes.map(({ verdict }) => verdict);
console.log(worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'unusable');
