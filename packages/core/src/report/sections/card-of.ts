import type { OutcomeAssessment } from '../../doubt/index.js';
import type { Domain } from '../axis.js';
import type { Card } from '../card.js';
import { plotOf } from '../plot.js';
import { anchorOf, type View } from '../view.js';
import { changesNote, changesOf, hingesOf } from './hinges.js';
import { saysOf, threeSays } from './says.js';
import { verdictOf } from './verdict-of.js';

/** An outcome on the first screen. */
export function cardOf(view: View, outcome: OutcomeAssessment, domain: Domain | undefined): Card {
  const severity = view.index.outcome(outcome.id)?.severity;
  const plot = domain === undefined ? undefined : plotOf(outcome, domain);
  const note = changesNote(view, outcome);
  const three = view.numbers ? threeSays(outcome) : undefined;
  return {
    anchor: anchorOf.outcome(outcome.id),
    name: outcome.id,
    text: outcome.text,
    ...(severity === undefined ? {} : { severity }),
    verdict: verdictOf(outcome),
    says: saysOf(view.numbers ? outcome : withoutNumbers(outcome)),
    ...(plot === undefined ? {} : { plot }),
    ...(three === undefined ? {} : { three }),
    hinges: hingesOf(view, outcome),
    changes: changesOf(view, outcome),
    ...(note === '' ? {} : { changesNote: note }),
  };
}

function withoutNumbers({ number: _, doubt: __, ...rest }: OutcomeAssessment): OutcomeAssessment {
  return rest;
}
