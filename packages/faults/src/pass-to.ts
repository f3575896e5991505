import type { IncomingMessage, ServerResponse } from 'node:http';
import type { createCollector } from '@peerscale/collector';

/** What a collector answers: its status, its headers, its text. */
export type Reply = readonly [status: number, headers: Readonly<Record<string, string>>, text: string];

/** Reads a request of Node's to its end, and hands it to a collector as often as that is asked for. */
export async function passTo(
  collector: ReturnType<typeof createCollector>,
  request: IncomingMessage,
): Promise<() => Promise<Reply>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return async () => {
    const result = await collector.request(request.url!, {
      method: request.method!,
      headers: { 'Content-Type': request.headers['content-type'] ?? '' },
      body: Buffer.concat(chunks),
    });
    return [result.status, Object.fromEntries(result.headers), await result.text()];
  };
}

export const reply = (response: ServerResponse, [status, headers, text]: Reply): void =>
  void response.writeHead(status, headers).end(text);
