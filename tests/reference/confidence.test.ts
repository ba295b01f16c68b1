import { describe } from 'vitest';
import { inACase, typed } from './figures.testing.js';

describe('3.7 * rules of combination', () => {
  typed([
    ['3.7', '*', 'confidence --confidence 0.95,0.95,0.95,0.95', 'product', '.814506'],
    ['3.7', '*', 'confidence --confidence 0.95,0.95,0.95,0.95', 'sumOfDoubts', '.80'],
    ['3.7', '*', 'confidence --confidence 0.95,0.95,0.95,0.95', 'weakest', '.95'],
    ['3.7', '*', 'confidence --confidence 0.99,0.98,0.95', 'product', '.92169'],
    ['3.7', '*', 'confidence --confidence 0.99,0.98,0.95', 'sumOfDoubts', '.92'],
    ['3.7', '*', 'confidence --confidence 0.95,0.9,0.99', 'product', '.846450'],
    ['3.7', '*', 'confidence --confidence 0.95,0.9,0.99', 'sumOfDoubts', '.84'],
    ['3.7', '*', 'confidence --confidence 0.95,0.9,0.99', 'weakest', '.90'],
    ['3.7', '*', 'confidence --confidence 0.9,0.8 --combine any', 'independentLegs', '.98'],
    ['3.7', '*', 'confidence --confidence 0.9,0.8 --combine any', 'strongest', '.9'],
    ['3.7', '*', 'confidence --confidence 0.9,0.8 --combine any', 'frechetUpper', '1'],
    ['3.7', '*', 'evidence-weight --given-claim 0.95 --given-not 0.10', 'kemenyOppenheim', '.809524'],
    ['3.7', '*', 'evidence-weight --given-claim 0.95 --given-not 0.10', 'weightOfEvidence', '.977724'],
  ]);
  inACase([
    ['3.7', '*', 'sumOfDoubts(0.99, 0.98, 0.95)', '.92'],
    ['3.7', '*', 'kemenyOppenheim(0.95, 0.1)', '.809524'],
    ['3.7', '*', 'weightOfEvidence(0.95, 0.1)', '.977724'],
  ]);
});

describe('T10 ** Zadeh', () => {
  typed([
    ['T10', '**', 'dempster --first A=0.99,B=0.01 --second C=0.99,B=0.01', 'B', '1.000000'],
    ['T10', '**', 'dempster --first A=0.99,B=0.01 --second C=0.99,B=0.01', 'conflict', '.9999'],
  ]);
});

describe('3.7 * Dempster and subjective logic', () => {
  const masses = 'dempster --first "yes=0.8,no=0.1,yes or no=0.1" --second "yes=0.6,no=0.2,yes or no=0.2"';
  const opinions = 'opinions --first 0.8,0.1,0.1 --second 0.6,0.2,0.2 --base 0.5';
  typed([
    ['3.7', '*', masses, 'yes', '.897436'],
    ['3.7', '*', masses, 'no', '.076923'],
    ['3.7', '*', masses, 'yes or no', '.025641'],
    ['3.7', '*', masses, 'conflict', '.22'],
    ['3.7', '*', opinions, 'bothBelief', '.553333'],
    ['3.7', '*', opinions, 'bothDisbelief', '.28'],
    ['3.7', '*', opinions, 'bothUncertainty', '.166667'],
    ['3.7', '*', opinions, 'fusedBelief', '.785714'],
    ['3.7', '*', opinions, 'fusedDisbelief', '.142857'],
    ['3.7', '*', opinions, 'fusedUncertainty', '.071429'],
  ]);
});
