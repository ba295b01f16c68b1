const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(?:([Zz])|([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?)?$/;
const canonical = /T\d{2}:\d{2}:\d{2}(?:\.(?!0{6})\d{6})?\+00:00$/;

/**
 * A time of ISO 8601 in UTC, written as Inspect's API gives it: `2026-01-02T03:04:05+00:00`, with microseconds where
 * they are not 0. Older logs have the offset of the machine they were written on; a time without an offset is UTC, as
 * for Inspect. What is no such time is no time.
 */
export function utcTime(text: string): string | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  const part = (at: number) => Number(match[at] ?? 0);
  const micros = (match[7] ?? '').slice(0, 6).padEnd(6, '0');
  const offset = (match[9] === '-' ? -1 : 1) * (part(10) * 3600 + part(11) * 60 + part(12));
  const seconds = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6)) / 1000;
  // Fields beyond their range would be carried over: such a time is refused.
  const date = new Date(seconds * 1000);
  const fits = date.getUTCFullYear() === part(1) && date.getUTCMonth() === part(2) - 1 && date.getUTCDate() === part(3);
  if (!fits || part(4) > 23 || part(5) > 59 || part(6) > 59) return undefined;
  // The text itself, where it is one already: a row keeps no more than it needs.
  if (offset === 0 && canonical.test(text)) return text;
  const utc = new Date((seconds - offset) * 1000).toISOString().slice(0, 19);
  return `${utc}${micros === '000000' ? '' : `.${micros}`}+00:00`;
}
