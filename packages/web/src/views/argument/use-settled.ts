import { useEffect, useState } from 'react';

/** A value once it has not changed for a moment: what is drawn from it takes longer than a frame. */
const moment = 250;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), moment);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
