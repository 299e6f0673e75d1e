/** A signal that aborts at the first Ctrl-C (or SIGTERM); a second one ends the process as usual. `release` gives Ctrl-C back. */
export const onInterrupt = (): { readonly signal: AbortSignal; release(): void } => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, abort);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.removeListener(name, abort);
    },
  };
};
