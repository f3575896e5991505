import { expect, test } from 'vitest';
import { ownOrigin } from './own-origin.ts';

test.each([
  [
    'https://survey.ward3.example',
    { origin: 'https://survey.ward3.example', secure: true, domain: 'survey.ward3.example' },
  ],
  [
    'https://Survey.ward3.example:443/',
    { origin: 'https://survey.ward3.example', secure: true, domain: 'survey.ward3.example' },
  ],
  ['https://192.0.2.1:8443', { origin: 'https://192.0.2.1:8443', secure: true, domain: undefined }],
  ['http://localhost:3000', { origin: 'http://localhost:3000', secure: false, domain: 'localhost' }],
  ['http://127.0.0.1:3000', { origin: 'http://127.0.0.1:3000', secure: false, domain: undefined }],
  ['http://[::1]:3000', { origin: 'http://[::1]:3000', secure: false, domain: undefined }],
])('%s', (address, expected) => {
  expect(ownOrigin(address)).toEqual(expected);
});

test.each([
  'http://survey.ward3.example',
  'http://localhost.ward3.example',
  'http://127.0.0.1.ward3.example',
  'http://192.0.2.1',
  'https://user:word@ward3.example',
  'https://ward3.example/survey',
  'https://ward3.example/?a=1',
  'ftp://ward3.example',
  'ward3.example',
  '',
])('%s is refused', (address) => {
  expect(() => ownOrigin(address)).toThrow(RangeError);
});
