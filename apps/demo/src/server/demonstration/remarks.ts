/** What simulated people write in the box for remarks; made up for this demonstration. */
export const remarks: readonly string[] = [
  'The handover in the morning is too short to say anything that matters.',
  'I would like to know before the meeting what is expected of me in it.',
  'Since we have supervision every month I sleep better.',
  'Nobody told me whom to ask when I am not sure about a visit.',
  'I like how the team takes peer workers along to the rounds.',
  'Jokes about patients in the kitchen should stop.',
  'We are two people short, and everything else follows from that.',
  'More time with people and less time with forms, please.',
  'Rozpis služeb se mění na poslední chvíli.',
  'Cítím se tu brána vážně.',
  'Chybí nám místo, kde si v klidu promluvit.',
  'Po supervizi víme, kdo co dělá.',
];
