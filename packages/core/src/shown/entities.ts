const byCharacter: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A clean text as content or as a quoted attribute, in XML and in HTML. */
export function entities(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => byCharacter[character] ?? '') : text;
}
