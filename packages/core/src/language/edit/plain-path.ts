const longestPath = 1000;
/** In bytes: a temporary file beside it has a longer name. */
const longestStep = 200;

/** What Windows takes for something else than a name, wherever the file is. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Whether a new file may have this path: relative, of plain steps, none hidden, that mean the same on every system. */
export function isPlainPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  const strange = /[\u0000-\u001f\u007f\\:*?"<>|\u202a-\u202e\u2066-\u2069]/;
  if (path === '' || path.length > longestPath || strange.test(path) || /\p{Surrogate}/u.test(path)) return false;
  return path.split('/').every(isPlainStep);
}

function isPlainStep(step: string): boolean {
  const isOdd = /^\.|[. ]$|^ /.test(step) || step === '' || step === 'node_modules' || device.test(step);
  return !isOdd && bytesOf(step) <= longestStep;
}

/** In UTF-8; there is no half of a surrogate pair in it. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Whether a file of this path, in the folder of a case, is read as its text. */
export function isTextPath(path: string): boolean {
  return /\.ya?ml$/.test(path);
}
