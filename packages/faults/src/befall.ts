import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LineFault } from './fault-schedule.ts';
import { type Reply, reply } from './pass-to.ts';

/** No answer ever: whoever asked must give up by themselves. */
export type Silence = 'silent' | 'stored, then silent';

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Lets one request arrive, or something happen to it or to its answer.
 *
 * @param fault undefined: nothing happens to it
 * @param pass hands the request to the collector
 * @param pause seconds that a 429 asks for
 */
export async function befall(
  fault: LineFault | Silence | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => Promise<Reply>,
  pause = 1,
): Promise<void> {
  const cut = () => void request.socket.destroy();
  const say = (status: number, headers: Record<string, string> = {}, text = '') =>
    reply(response, [status, headers, text]);
  switch (fault) {
    case 'down':
    case 'cut before it is stored':
      return cut();
    case '500':
      return say(500);
    case '500 though it is stored':
      await pass();
      return say(500);
    case '429 with seconds':
      return say(429, { 'Retry-After': String(pause) });
    case '429 with a date':
      // by the server's clock, which Node writes into `Date`
      return say(429, { 'Retry-After': new Date(Date.now() + 1_000 * pause).toUTCString() });
    case '503':
      return say(503);
    case 'log-in page':
      return say(200, { 'Content-Type': 'text/html' }, '<html>');
    case 'redirect':
      return say(302, { Location: '/' });
    case 'slow there':
      await after(300);
      return reply(response, await pass());
    case 'slow back': {
      const result = await pass();
      await after(300);
      return reply(response, result);
    }
    case 'silent':
      return;
    case 'stored, then silent':
      await pass();
      return;
    case 'silent, then cut':
      await after(800);
      return cut();
    case 'stored, then cut':
      await pass();
      return cut();
    case 'stored, then cut in the answer': {
      const [status, headers, text] = await pass();
      response.writeHead(status, { ...headers, 'content-length': String(text.length) }).write(text.slice(0, 3));
      await after(20);
      return cut();
    }
    default:
      return reply(response, await pass());
  }
}
