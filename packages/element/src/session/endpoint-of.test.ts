import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endpointOf } from './endpoint-of.ts';

beforeEach(() => vi.stubGlobal('document', { baseURI: 'https://host.example/survey/' }));
afterEach(() => vi.unstubAllGlobals());

test('an endpoint is an address that can be posted to, relative to the page', () => {
  expect(endpointOf(null)).toBe(null);
  expect(endpointOf('/responses')).toBe('https://host.example/responses');
  expect(endpointOf('http://other.example:8080/r')).toBe('http://other.example:8080/r');
});

test.each(['http://', 'https://[', 'javascript:void 0', 'data:,x', 'mailto:a@b.example'])('%s is none', (endpoint) => {
  let thrown: unknown;
  try {
    endpointOf(endpoint);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'ContentError', code: 'endpoint-invalid' });
  expect(String(thrown)).toContain(endpoint);
});
