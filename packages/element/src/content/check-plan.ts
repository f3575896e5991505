/** A file of its own, loaded where there is a plan: most pages have one instrument and none. */
export { checkFormPlan } from '@peerscale/form';
