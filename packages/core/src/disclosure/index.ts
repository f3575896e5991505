export { type GroupDisclosure, groupDisclosure, SMALLEST_MINIMUM_GROUP_SIZE } from './group-disclosure.ts';
