import type { AnyRecord } from '@peerscale/form';
import type { SubmitDetail } from '../peerscale-survey-element.ts';

/**
 * Gives a record to the host by an event and waits for whatever the host asked to wait for.
 *
 * @param dispatch fires the `submit` event
 * @returns false where one of the host's promises was rejected: the record is still the person's
 */
export async function handOver(record: AnyRecord, dispatch: (detail: SubmitDetail) => void): Promise<boolean> {
  const promises: Promise<unknown>[] = [];
  dispatch({ record, waitUntil: (promise) => void promises.push(Promise.resolve(promise)) });
  const results = await Promise.allSettled(promises);
  return results.every(({ status }) => status === 'fulfilled');
}
