import type { FormAnswers } from '@peerscale/form';
import { type Bundle, recordOf, staffAnswers, type Ward } from './ward-study.ts';

export interface Answering {
  readonly team?: string;
  readonly group?: string;
  readonly count: number;
  /** what the one with this number says; the same for all by default */
  readonly answers?: (number: number) => FormAnswers;
}

/** People answer in an open wave, each once by a link of their team and group; gives their receipts. */
export async function answerWave(
  ward: Ward,
  wave: string,
  { team = 'red', group = 'staff', count, answers = () => staffAnswers }: Answering,
): Promise<string[]> {
  const links = `/studies/${ward.study}/waves/${wave}/links`;
  const { url } = await ward.ask<{ url: string }>('POST', links, { team, group }, 201);
  const path = `/invitations/${url.split('#')[1]}`;
  const browser = ward.server.browser('192.0.2.90');
  const bundle = (await (await browser.send('GET', `${path}/form`)).json()) as Bundle;
  const receipts: string[] = [];
  // people of other teams and groups give other codes, as far as there are letters
  const first = 6 * Math.max(0, ['red', 'blue', 'house'].indexOf(team)) + (group === 'staff' ? 0 : 18);
  for (let number = 0; number < count; number++) {
    const record = await recordOf(bundle, answers(number), {
      person: 'abcdefghijklmnopqrstuvwxyz'[(first + number) % 26]!,
    });
    const response = await browser.send('POST', `${path}/responses`, record);
    const body = await response.json();
    if (response.status !== 201) throw new Error(`${response.status} ${JSON.stringify(body)}`);
    receipts.push((body as { receipt: string }).receipt);
  }
  return receipts;
}

export async function closeWaveOf(ward: Ward, wave: string): Promise<void> {
  await ward.ask('POST', `/studies/${ward.study}/waves/${wave}/close`, {});
}
