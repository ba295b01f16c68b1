/**
 * `POST /api/preview`, a report in HTML as the body: where a sandboxed frame may show it, for some minutes. A `blob:` or
 * `srcdoc` frame would inherit the policy of the workspace, under which the report's own styles do not count; a page of
 * its own has its own policy, and an origin of its own.
 */
export interface PreviewReply {
  readonly kind: 'preview';
  /** Path on this server that cannot be guessed. */
  readonly url: string;
}
