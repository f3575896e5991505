/** Resolves on the first SIGINT or SIGTERM. A second one ends the process at once, with 1. */
export function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const tell = () => {
      if (told) process.exit(1);
      told = true;
      resolve();
    };
    process.on('SIGINT', tell);
    process.on('SIGTERM', tell);
  });
}
