import { author, legalTargets } from '@surety/core/authoring';
import { type Parsed, parse } from '@surety/core/language';
import type { Loaded } from '../loaded.js';
import { wholeCase } from '../loaded.js';
import type { Text } from '../questions.js';
import type { Answer } from './answer.js';

/** What texts say; as it is loaded where they are the loaded ones. */
function parsedFrom({ input, parsed }: Loaded, files: readonly Text[]): Parsed {
  const isLoaded =
    files.length === input.files.length &&
    files.every(({ path, text }, at) => input.files[at]!.path === path && input.files[at]!.text === text);
  return isLoaded ? parsed : parse(files);
}

export const authorAnswer: Answer<'author'> = (loaded, { files, intent, today, who }) => {
  const { case: of, catalogue } = parsedFrom(loaded, files);
  if (of === null) return { ok: false, reason: 'the text has errors', hint: 'Mend them in the text first.' };
  const texts = files.map(({ path, text }) => ({ file: path, text }));
  const made = author(of, texts, intent, { today, catalogue, ...(who === undefined ? {} : { who }) });
  if (!made.ok) return made;
  const { what, also, changed, select } = made;
  return { ok: true, what, also, texts: [...changed], ...(select === undefined ? {} : { select }) };
};

export const targets: Answer<'legalTargets'> = (loaded, gesture) => [...legalTargets(wholeCase(loaded).case, gesture)];

export const blocks: Answer<'blocks'> = ({ parsed: { catalogue } }) =>
  catalogue.blocks.map(({ id, title, category, idea, parameters }) => ({
    id,
    title,
    category,
    idea,
    parameters: parameters.map(({ name, text, example }) => ({ name, text, example })),
  }));
