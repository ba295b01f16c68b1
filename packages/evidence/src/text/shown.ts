const longest = 80;

/** Bytes that would break a line, or tell a terminal to do something; also those that turn the direction of a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Text without line breaks and control characters, which stand as `\u000a`. */
export function oneLine(text: string): string {
  return text.replace(unprintable, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A name or value out of an untrusted source as a message quotes it: in one line, and cut to 80 characters. */
export function shown(text: string): string {
  const line = oneLine(text.length > longest ? text.slice(0, longest) : text);
  const cut = line.length > longest ? line.slice(0, longest) : line;
  return text.length > longest || cut !== line ? `${cut.replace(/[\ud800-\udbff]$/, '')}…` : line;
}
