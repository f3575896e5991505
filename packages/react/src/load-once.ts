/** A module that is loaded on demand: once, and again where that failed. */
export interface Loader<Module> {
  /** null until it is there */
  readonly loaded: () => Module | null;
  readonly load: () => Promise<Module>;
}

/** @param start begins to load: a function with `import()` in it */
export function loadOnce<Module>(start: () => Promise<Module>): Loader<Module> {
  let module: Module | null = null;
  let loading: Promise<Module> | null = null;
  return {
    loaded: () => module,
    load() {
      loading ??= start().then(
        (one) => {
          module = one;
          return one;
        },
        (error: unknown) => {
          loading = null;
          throw error;
        },
      );
      return loading;
    },
  };
}
