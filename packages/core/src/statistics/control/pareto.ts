/** A protocol as a point: both in the same unit for all, more is better. */
export interface ProtocolPoint {
  readonly name: string;
  /** Absent where the protocol has none that can be stated. */
  readonly usefulness?: number;
  readonly safety: number;
}

export interface ParetoFront<P extends ProtocolPoint = ProtocolPoint> {
  /** Points that no other one beats, by rising safety. */
  readonly front: readonly P[];
  /** The others, each with all that are at least as good in both and better in one. */
  readonly dominated: readonly { readonly point: P; readonly by: readonly P[] }[];
  /** Points without a usefulness, which cannot be compared. */
  readonly leftOut: readonly P[];
}

/** The protocols between which only a preference decides. Equal points do not beat each other. */
export function paretoFront<P extends ProtocolPoint>(points: readonly P[]): ParetoFront<P> {
  const compared = points.filter(({ usefulness }) => usefulness !== undefined);
  const beats = (a: P, b: P) =>
    a.usefulness! >= b.usefulness! && a.safety >= b.safety && (a.usefulness! > b.usefulness! || a.safety > b.safety);
  const judged = compared.map((point) => ({ point, by: compared.filter((other) => beats(other, point)) }));
  return {
    front: judged
      .filter(({ by }) => by.length === 0)
      .map(({ point }) => point)
      .sort((a, b) => a.safety - b.safety || b.usefulness! - a.usefulness!),
    dominated: judged.filter(({ by }) => by.length > 0),
    leftOut: points.filter(({ usefulness }) => usefulness === undefined),
  };
}
