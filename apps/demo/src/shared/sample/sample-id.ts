/** Id of the sample's questions, for those who need no more of it. */
export const SAMPLE_ID = 'sample-workday';
