import { instrumentSchema, responseRecordSchema, textPackSchema } from '@peerscale/core';
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { actionSchema } from '../model/action.ts';
import { studySchema } from '../model/study.ts';
import { formRecordSchema } from '../model/submission.ts';
import { teamSchema } from '../model/team.ts';
import { cellSchema, waveSchema } from '../model/wave.ts';
import type { Schema } from './operation.ts';

/** Schemas that stand in the document once, under these names. */
const named: Readonly<Record<string, Schema>> = {
  Action: actionSchema,
  Cell: cellSchema,
  FormRecord: formRecordSchema,
  Instrument: instrumentSchema,
  ResponseRecord: responseRecordSchema,
  Study: studySchema,
  Team: teamSchema,
  TextPack: textPackSchema,
  Wave: waveSchema,
};

/**
 * A schema as JSON Schema 2020-12, as OpenAPI 3.1 has it: of what comes in, before anything is trimmed or filled in. What
 * no JSON Schema can say, such as that two days fit together, is left to the server.
 */
export function jsonSchema(schema: Schema): JsonSchema {
  return convert(schema, named);
}

/** The named ones by name. */
export function namedSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(named).map(([name, schema]) => {
      const others = Object.entries(named).filter(([other]) => other !== name);
      return [name, convert(schema, Object.fromEntries(others))];
    }),
  );
}

function convert(schema: Schema, definitions: Readonly<Record<string, Schema>>): JsonSchema {
  const {
    $schema: _,
    $defs: __,
    ...converted
  } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    definitions,
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  });
  return converted;
}
