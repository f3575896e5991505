import type { IncomingMessage } from 'node:http';

/** The body of a request, once all of it has arrived. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
