/** Ids in the order in which they were shown before; what is new stands behind the one that it follows now. */
export function inPlace(before: readonly string[], now: readonly string[]): readonly string[] {
  const known = new Set(before);
  const there = new Set(now);
  const order = before.filter((id) => there.has(id));
  now.forEach((id, at) => {
    if (!known.has(id)) order.splice(at === 0 ? 0 : order.indexOf(now[at - 1]!) + 1, 0, id);
  });
  return order;
}
