/**
 * An address that may be written into a document: http, https, mailto, a place of the document, or a relative path.
 * Nothing for any other; nor for a path that names a host or hides its scheme behind spaces or control characters.
 */
export function safeLink(link: string): string | undefined {
  if (/[\0-\x20\x7f-\x9f\\\u2028\u2029]/.test(link)) return undefined;
  if (/^(?:https?:\/\/[^/]|mailto:[^:]|#)/i.test(link)) return link;
  return link === '' || link.startsWith('//') || /^[^/?#]*:/.test(link) ? undefined : link;
}
