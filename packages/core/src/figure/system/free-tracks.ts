/** Gives each interval the first track on which no other meets it; touching counts as meeting. In the order given. */
export function freeTracks(intervals: readonly { readonly from: number; readonly to: number }[]): {
  readonly track: readonly number[];
  readonly count: number;
} {
  const tracks: { from: number; to: number }[][] = [];
  const track = intervals.map(({ from, to }) => {
    const free = tracks.findIndex((taken) => taken.every((other) => other.to < from || to < other.from));
    const at = free < 0 ? tracks.push([]) - 1 : free;
    tracks[at]?.push({ from, to });
    return at;
  });
  return { track, count: tracks.length };
}
