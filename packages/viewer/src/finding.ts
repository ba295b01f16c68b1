import type { Explorer, Told } from './explorer.js';
import type { Matches } from './matches.js';
import { called, type Standing } from './standing.js';
import { words } from './words.js';

/** What is looked for in an argument: told, marked, and gone to one after the other. */
export function findingIn({
  standing,
  matches,
  told,
  mark,
  goTo,
}: {
  readonly standing: Standing;
  readonly matches: Matches;
  readonly told: Told;
  readonly mark: () => void;
  readonly goTo: (node: number) => void;
}): Pick<Explorer, 'search' | 'filter' | 'goOn'> {
  const tell = () => {
    mark();
    told.count(matches.count());
  };
  return {
    search(query) {
      matches.search(query);
      tell();
      const count = matches.count();
      told.say(count === undefined ? '' : words.matches(count.of));
    },
    filter(nodes) {
      matches.filter(nodes);
      tell();
    },
    goOn(by) {
      const node = matches.goOn(by);
      if (node === undefined) return;
      goTo(node);
      const { at, of } = matches.count()!;
      told.count({ at, of });
      told.say(words.match(at, of, called(standing, node)));
    },
  };
}
