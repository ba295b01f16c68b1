/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak';
import { isFollower } from './stranger-width.js';
import { textWidth, type Weight } from './text-width.js';

/** What a line is made of: never broken inside, and a line may end after it. */
export interface Piece {
  readonly text: string;
  readonly width: number;
  /** Width of the space behind it, which a line's end swallows. */
  readonly space: number;
  /** The writer broke the line here. */
  readonly ends?: boolean;
}

export interface Font {
  readonly weight: Weight;
  readonly size: number;
}

/** A number and its per cent sign belong together. */
const beforeSign = /(?<=\d) (?=[%‰])/g;
const glue = '\u00a0';

/**
 * The pieces of a text in its lines, by the line breaking rules of Unicode (UAX 14). A piece wider than `most` pixels
 * is broken between characters.
 */
export function piecesOf(lines: readonly string[], font: Font, most: number): readonly Piece[] {
  const pieces: Piece[] = [];
  lines.forEach((line, at) => {
    if (at > 0) pieces.push({ ...(pieces.pop() ?? nothing), ends: true });
    if (line === '') pieces.push(nothing);
    else addPieces(pieces, line.replace(beforeSign, glue), font, most);
  });
  return pieces;
}

const nothing: Piece = { text: '', width: 0, space: 0 };

/** Texts in which no line ends: most names. */
const whole = /^\w+$/;

function addPieces(pieces: Piece[], line: string, font: Font, most: number): void {
  if (whole.test(line)) {
    addPiece(pieces, line, 0, font, most);
    return;
  }
  const space = textWidth(' ', font.weight, font.size);
  const breaker = new LineBreaker(line);
  let start = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const { position } = next;
    if (isInId(line, position, font, most)) continue;
    const spaced = line.charCodeAt(position - 1) === 0x20;
    const text = line.slice(start, spaced ? position - 1 : position);
    start = position;
    addPiece(pieces, text, spaced ? space : 0, font, most);
  }
}

/** An id such as `G-leak-tests`, by the prefixes of GSN. */
const idWord = /^[("“]?(?:[GSCAJDR]|Sn|CG|CSn)-[\w-]*\w/;

/** Whether a place behind a hyphen is inside an id that fits a line: it is one name, and is read and looked for as one. */
function isInId(line: string, at: number, { weight, size }: Font, most: number): boolean {
  if (line[at - 1] !== '-' || at === line.length) return false;
  const end = line.indexOf(' ', at);
  const word = line.slice(line.lastIndexOf(' ', at - 1) + 1, end === -1 ? undefined : end);
  return idWord.test(word) && textWidth(word, weight, size) <= most;
}

function addPiece(pieces: Piece[], text: string, space: number, font: Font, most: number): void {
  const width = textWidth(text, font.weight, font.size);
  if (width <= most) pieces.push({ text, width, space });
  else {
    for (const part of parts(text, font, most)) pieces.push(part);
    if (space > 0) pieces.push({ ...pieces.pop()!, space });
  }
}

/** A word that fits no line, in parts that do. */
function* parts(word: string, { weight, size }: Font, most: number): Generator<Piece> {
  let text = '';
  let width = 0;
  for (const character of word) {
    const advance = textWidth(character, weight, size);
    if (text !== '' && width + advance > most && !isFollower(character.codePointAt(0)!) && !text.endsWith('\u200d')) {
      yield { text, width, space: 0 };
      text = '';
      width = 0;
    }
    text += character;
    width += advance;
  }
  yield { text, width, space: 0 };
}
