import { toJsonSchema } from '@valibot/to-json-schema';
import { batterySchema } from '../src/instrument/battery.ts';
import { instrumentSchema } from '../src/instrument/instrument.ts';
import { textPackSchema } from '../src/instrument/text-pack.ts';
import { responseRecordSchema } from '../src/responses/response-record.ts';

const sources = {
  instrument: { schema: instrumentSchema, title: 'Peerscale instrument definition' },
  'text-pack': { schema: textPackSchema, title: 'Peerscale text pack' },
  battery: { schema: batterySchema, title: 'Peerscale battery' },
  response: { schema: responseRecordSchema, title: 'Peerscale response record' },
};

/**
 * The JSON Schemas of the file formats, generated from the valibot schemas that the library itself checks with: file name
 * to text. `trim`,
 * `finite` and `check` have no counterpart in JSON Schema and are left out.
 */
export function jsonSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, { schema, title }]) => {
      const generated = toJsonSchema(schema, {
        target: 'draft-2020-12',
        errorMode: 'throw',
        ignoreActions: ['trim', 'check', 'finite'],
      });
      return [
        `${name}.json`,
        `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...generated, title }, null, 2)}\n`,
      ];
    }),
  );
}
