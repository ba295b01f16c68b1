/**
 * What an unquoted YAML scalar means, by the core schema of YAML 1.2: null, booleans, integers (decimal, octal,
 * hexadecimal) and floats; everything else is text. So `yes`, `100_000` and `2026-12-01` are text.
 */
export function plainValue(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  // Most scalars are words: only these can start anything but text (+ - . digits, ~ n N t T f F).
  if (
    first > 57 &&
    !(first === 126 || first === 110 || first === 78 || first === 116 || first === 84 || first === 102 || first === 70)
  ) {
    return source;
  }
  switch (source) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  if (first > 57) return source;
  if (/^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)$/.test(source)) return Number(source);
  if (/^0o[0-7]+$/.test(source)) return Number.parseInt(source.slice(2), 8);
  if (/^0x[\da-fA-F]+$/.test(source)) return Number.parseInt(source.slice(2), 16);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return Number.NaN;
  return source;
}
