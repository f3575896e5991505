import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../packages/core/scripts/json-schemas.ts';

test('instruments/schema holds what the schemas of the core give (else: npm run schema)', () => {
  const folder = new URL('../schema/', import.meta.url);
  const onDisk = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
  );
  expect(onDisk).toEqual(jsonSchemas());
});
