export interface Remembering {
  readonly get: (key: string) => string | null;
  /** Says whether a later page has it too. */
  readonly set: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
  /** Whether what is remembered outlives this page. */
  readonly outlives: () => boolean;
}

/**
 * Texts by name in a storage; where that must not be touched, as in a browser that blocks cookies, or takes no more, as long as
 * the page is there.
 */
export function rememberingIn(storage: () => Storage): Remembering {
  const here = new Map<string, string | null>();
  const tried = <T>(use: (storage: Storage) => T): { readonly value: T } | undefined => {
    try {
      return { value: use(storage()) };
    } catch {
      return undefined;
    }
  };
  const put = (key: string, text: string | null): boolean => {
    const isKept = tried((of) => (text === null ? of.removeItem(key) : of.setItem(key, text))) !== undefined;
    if (isKept) here.delete(key);
    else here.set(key, text);
    return isKept;
  };
  return {
    get: (key) => {
      const own = here.get(key);
      return own === undefined ? (tried((of) => of.getItem(key))?.value ?? null) : own;
    },
    set: put,
    remove: (key) => void put(key, null),
    outlives: () => tried((of) => of.length) !== undefined,
  };
}
