/** A sentence in which names of the format stand between backticks, as findings and hints have them. */
export function Words({ children }: { readonly children: string }) {
  return children.split('`').map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have a fixed order
    at % 2 === 0 ? part : <code key={at}>{part}</code>,
  );
}
