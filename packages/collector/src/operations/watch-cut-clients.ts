import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Access } from '../access/open-access.ts';
import { createWindows } from '../access/rate/windows.ts';
import type { Log } from './log.ts';
import type { CutReason, Metrics } from './metrics.ts';

export interface CutWatch {
  readonly access: Access;
  readonly metrics: Pick<Metrics, 'cut'>;
  readonly log: Pick<Log, 'complain'>;
}

const MINUTE = 60_000;

/** What a client hears before it is cut: what Node says where nobody listens. */
const ANSWERS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};

/**
 * Counts the connections that are cut before their request was whole, and says so: a line in the log at most once a
 * minute with their number, and one in the audit log at most once an hour, for those that were too slow (`cutSlowClients`)
 * and for those that spoke no HTTP. Nothing says whose they were, or where to: they may be of somebody who answers.
 */
export function watchCutClients(server: Server, { access, metrics, log }: CutWatch): void {
  const minutes = createWindows(MINUTE, access.now);
  const answers = new WeakMap<object, ServerResponse>();
  const cut = new WeakSet<object>();
  server.on('request', (request, response: ServerResponse) => answers.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, connection) => {
    const socket = connection as Socket;
    // what was on its way when it was cut comes here again
    if (cut.has(socket)) return;
    cut.add(socket);
    const reason = reasonOf(error.code, socket.bytesRead);
    const answer = ANSWERS[error.code ?? ''] ?? '400 Bad Request';
    const begun = answers.get(socket);
    if (socket.writable && !(begun?.headersSent === true && !begun.writableFinished)) {
      socket.write(`HTTP/1.1 ${answer}\r\nConnection: close\r\n\r\n`);
    }
    socket.destroySoon();
    metrics.cut(reason);
    if (reason !== 'slow' && reason !== 'malformed') return;
    const before = minutes.open(reason);
    if (before !== undefined) {
      const why = reason === 'slow' ? 'too slow' : 'no HTTP';
      const count = before + 1;
      log.complain('connection-cut', `Cut off connections that were ${why}: ${count}.`, { reason, count });
    }
    const action = reason === 'slow' ? 'slow-client-cut' : 'input-refused';
    const detail = { reason: reason === 'slow' ? 'slow' : 'malformed-http', status: Number(answer.slice(0, 3)) };
    const who = { organisationId: null, accountId: null };
    access.later(() => access.audit.hourly({ action, subject: 'connection', ...who, detail }));
  });
}

function reasonOf(code: string | undefined, bytesRead: number): CutReason {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return bytesRead === 0 ? 'silent' : 'slow';
  // a line that broke off in the middle is nobody's doing
  return code?.startsWith('HPE_') === true && code !== 'HPE_INVALID_EOF_STATE' ? 'malformed' : 'broken';
}
