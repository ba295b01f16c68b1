/** What stands in the page where the nonce of its answer goes. */
export const noncePlace = '{NONCE}';

/**
 * What the page may do: load its own scripts, styles, fonts and pictures, and talk to this server. No script is inline,
 * nothing comes from elsewhere, no frame holds it. The editor and the plots write style elements of their own, which they
 * mark with the nonce of the page.
 */
export function pagePolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    // The engine makes machine code for its sweeps; that is WebAssembly, which reaches nothing but the memory that it is given.
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Of a report in its frame: as its own policy says, which stands in it, and in a sandbox, so that it has no origin and
 * reaches nothing of the workspace. Its script is inline, to stand in one file.
 */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "script-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox allow-scripts',
].join('; ');

/** On every answer. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': pagePolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
};
