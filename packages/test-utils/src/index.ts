export { likertRows } from './arbitraries.ts';
export { type ExpectedAnswer, expectAnswer } from './expect-answer.ts';
export { expectRelative } from './expect-relative.ts';
export { loadFixture } from './load-fixture.ts';
