/** Every how many calls one is passed on: what is told to a person need not be told a thousand times a second. */
const every = 20;

/** The first call and then some of those after it. */
export function nowAndThen(tell: (count: number) => void): (count: number) => void {
  return (count) => {
    if (count % every === 1) tell(count);
  };
}
