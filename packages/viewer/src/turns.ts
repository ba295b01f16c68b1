/** One after the other: each work begins when the one before it is done, at once where nothing is under way. */
export function turns(): (work: (done: () => void) => void) => void {
  const waiting: ((done: () => void) => void)[] = [];
  let isWorking = false;
  const next = () => {
    const work = waiting.shift();
    isWorking = work !== undefined;
    work?.(next);
  };
  return (work) => {
    waiting.push(work);
    if (!isWorking) next();
  };
}
