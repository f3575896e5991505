import type { Writable } from 'node:stream';

/** One of the two text streams of a run, written with regard for a slow reader and for one who has left. */
export interface Output {
  /** Waits where the reader is slow; does nothing once the reader has gone. */
  write(text: string): Promise<void>;
  /** Waits until all is handed over and says what went wrong, a reader who left (`head`) not being wrong. */
  finish(): Promise<Error | undefined>;
}

const isGoneReader = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';

/** Wraps a stream such as `process.stdout`, which is never ended here: it is not ours. */
export function openOutput(stream: Writable): Output {
  let failure: NodeJS.ErrnoException | undefined;
  const remember = (error: NodeJS.ErrnoException): void => {
    failure ??= error;
  };
  stream.on('error', remember);
  const isOpen = (): boolean => failure === undefined && !stream.destroyed && !stream.writableEnded;

  const handOver = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const onClose = (): void => resolve();
      stream.once('close', onClose);
      stream.write(text, (error) => {
        if (error) remember(error);
        stream.off('close', onClose);
        resolve();
      });
    });

  return {
    async write(text) {
      if (isOpen() && text !== '') await handOver(text);
    },
    async finish() {
      if (isOpen()) await handOver('');
      // an error event follows its callback by a tick
      await new Promise((resolve) => setImmediate(resolve));
      stream.off('error', remember);
      return failure === undefined || isGoneReader(failure) ? undefined : failure;
    },
  };
}
