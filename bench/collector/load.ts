/**
 * Posts records to a collector: `load.ts PORT CONNECTIONS SECONDS FIRST [RATE]`. Without a rate every connection posts
 * again as soon as it is answered; with one, posts are due at even intervals, and a post's time runs from when it was due,
 * also where it had to wait for a connection. Sends the number of accepted records and the milliseconds of each post to
 * the process that started it. Written on sockets, so that it takes less of the machine than what it measures.
 */
import { connect, type Socket } from 'node:net';
import process from 'node:process';
import { recordText } from './study.ts';

const [port, connections, seconds, first, rate] = process.argv.slice(2).map(Number) as [
  number,
  number,
  number,
  number,
  number | undefined,
];
const total = rate === undefined ? Math.ceil(60_000 * seconds) : Math.ceil(rate * seconds);
// texts are made before the clock starts; without a rate nobody knows how many it takes, so one is filled in
const texts = Array.from({ length: rate === undefined ? 64 : total }, (_, i) => recordText(first + i));
const requestOf = (i: number): string => {
  const key = (first + i).toString(16).padStart(12, '0');
  const body = texts[i % texts.length]!.replace(/[0-9a-f]{12}"\}$/, `${key}"}`);
  return `POST /studies/bench/responses HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

const sockets = await Promise.all(
  Array.from(
    { length: connections },
    () =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket.setNoDelay(true)));
        socket.once('error', reject);
      }),
  ),
);

const times: number[] = [];
let accepted = 0;
let next = 0;
const start = performance.now();
const end = start + seconds * 1000;
const dueAt = (i: number) => (rate === undefined ? performance.now() : start + (i / rate) * 1000);

await Promise.all(sockets.map(postAll));
const elapsed = (performance.now() - start) / 1000;
process.send?.({ accepted, elapsed, times }, () => process.disconnect?.());
for (const socket of sockets) socket.destroy();

async function postAll(socket: Socket): Promise<void> {
  // a server that goes away ends the measurement
  socket.on('close', () => {
    if (performance.now() < end && accepted < total) throw new Error('The connection was closed.');
  });
  while (next < total) {
    const i = next++;
    const due = dueAt(i);
    if (due > end || performance.now() > end) return;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const answer = answerOf(socket);
    socket.write(requestOf(i));
    const status = await answer;
    if (status !== 201) throw new Error(`A post was answered with ${status}.`);
    times.push(performance.now() - due);
    accepted++;
  }
}

/** The status of the one answer that is under way, when it has arrived as a whole. */
function answerOf(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
      if (Number.isNaN(length)) reject(new Error(`An answer without a length: ${text.slice(0, 200)}`));
      if (text.length < head + 4 + length) return;
      socket.off('data', read);
      resolve(Number(text.slice(9, 12)));
    };
    socket.on('data', read);
  });
}
