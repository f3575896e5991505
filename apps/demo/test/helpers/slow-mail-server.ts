import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface SlowMailServer {
  /** for PEERSCALE_SMTP_URL */
  readonly url: string;
  /** to whom letters were taken over, in their order */
  readonly taken: readonly string[];
  /** Takes over those that wait, and whatever comes from then on. */
  letGo(): void;
  close(): Promise<void>;
}

/** As much of SMTP (RFC 5321) as a client needs; it takes the first so many letters over, and lets the others wait. */
export async function startSlowMailServer(atOnce: number): Promise<SlowMailServer> {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  let isFast = false;
  let begun = 0;
  const waiting: (() => void)[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    const say = (line: string) => void (socket.writable && socket.write(`${line}\r\n`));
    let recipient = '';
    let isData = false;
    let text = '';
    const take = () => {
      taken.push(recipient);
      say('250 taken over');
    };
    const read = (line: string) => {
      if (isData) {
        if (line !== '.') return;
        isData = false;
        if (isFast || begun++ < atOnce) take();
        else waiting.push(take);
      } else if (/^(?:EHLO|HELO)/i.test(line)) say('250 mail.example');
      else if (/^RCPT TO:/i.test(line)) {
        recipient = /<([^>]*)>/.exec(line)?.[1] ?? '';
        say('250 known');
      } else if (/^DATA/i.test(line)) {
        isData = true;
        say('354 go on');
      } else say(/^QUIT/i.test(line) ? '221 bye' : '250 fine');
    };
    socket.on('data', (chunk) => {
      text += chunk.toString();
      const lines = text.split('\r\n');
      text = lines.pop()!;
      for (const line of lines) read(line);
    });
    say('220 mail.example');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    letGo() {
      isFast = true;
      for (const take of waiting.splice(0)) take();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
