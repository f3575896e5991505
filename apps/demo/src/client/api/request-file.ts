import { ApiError } from '../api.ts';
import { problemOf, refused } from './request.ts';

/** A file, and the name that the server gives it. */
export interface ReceivedFile {
  readonly name: string;
  readonly content: Blob;
}

/**
 * Asks the collector for a file. It may take minutes to be made, so nothing but the signal ends the wait. A file that breaks
 * off is none. The server's limit on rows keeps files below some 100 MB, which a browser holds easily.
 *
 * @param onReceived told how many bytes have come so far
 * @throws ApiError where the server cannot be reached or stops in the middle, ApiProblem where it refuses
 */
export async function requestFile(
  path: string,
  signal: AbortSignal,
  onReceived: (bytes: number) => void = () => {},
): Promise<ReceivedFile> {
  try {
    const response = await fetch(`/api${path}`, { headers: { Accept: '*/*' }, signal });
    if (!response.ok) throw refused(path, response, await problemOf(response));
    const [, name = ''] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
    let received = 0;
    const counted = response.body!.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          received += chunk.length;
          onReceived(received);
          controller.enqueue(chunk);
        },
      }),
    );
    const headers = { 'Content-Type': response.headers.get('Content-Type') ?? 'application/octet-stream' };
    return { name, content: await new Response(counted, { headers }).blob() };
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error;
    throw new ApiError('unreachable', `${path} cannot be reached.`);
  }
}
