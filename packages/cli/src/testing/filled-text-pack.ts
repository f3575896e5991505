import { blankTextPack, type Coding, type Instrument, type TextPack } from '@peerscale/core';

/** A text pack of an instrument with a made-up text in every place, its response scales coded as asked. */
export function filledTextPack(instrument: Instrument, highCodeMeans: Coding): TextPack {
  const made = blankTextPack(instrument, 'en');
  if (!made.success) throw new Error(made.issues[0]!.message);
  const { items, responseScales, ...pack } = made.value;
  const texts = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(record).map((key) => [key, `text of ${key}`]));
  return {
    ...pack,
    title: 'Title',
    instructions: 'Please answer.',
    items: texts(items),
    responseScales: Object.fromEntries(
      Object.entries(responseScales).map(([id, { labels }]) => [id, { highCodeMeans, labels: texts(labels) }]),
    ),
    rights: { holder: 'Somebody', licence: 'by permission' },
    unmodified: true,
  };
}
