export { likertRows } from './arbitraries.ts';
export { expectRelative } from './expect-relative.ts';
export { loadFixture } from './load-fixture.ts';
