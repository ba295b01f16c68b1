import type { SceneNode } from '@surety/core/diagram';

/** What is looked at of a node. */
export type Searched = Pick<SceneNode, 'name' | 'text' | 'tags'> & {
  readonly away?: string | undefined;
  readonly doubt?: SceneNode['doubt'] | undefined;
};

/** What can be searched of each node: its name, text, module, tags and doubt, without accents and capitals. */
export function searchable(nodes: readonly Searched[]): readonly string[] {
  return nodes.map(({ name, text, away, tags, doubt }) =>
    plain([name, text, away ?? '', ...tags.map((tag) => tag.text), doubt?.text ?? ''].join(' ')),
  );
}

/** The nodes that hold every word of a query, in reading order; none for an empty one. */
export function findAll(texts: readonly string[], query: string): readonly number[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return texts.flatMap((text, node) => (words.every((word) => text.includes(word)) ? [node] : []));
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
