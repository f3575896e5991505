import type { ImportedAction } from '@peerscale/collector/server';

/** What the teams of the demonstration agreed to; it fits the changes of its model (`trueChange`). */
export const demonstrationActions: readonly Omit<ImportedAction, 'accountId'>[] = [
  {
    team: 'housing',
    wave: 1,
    reviewWave: 2,
    text: 'Write down on one page what a peer worker does here and what not, together with the peer workers.',
    state: 'done',
    createdOn: '2026-04-08',
  },
  {
    team: 'housing',
    wave: 2,
    reviewWave: 3,
    text: 'Supervision every month, on paid time, for peer workers and staff together.',
    state: 'done',
    createdOn: '2026-07-02',
  },
  {
    team: 'housing',
    wave: 3,
    reviewWave: 4,
    text: 'Show the page about roles to everybody who is new, in the first week.',
    state: 'begun',
    createdOn: '2026-10-06',
  },
  {
    team: 'centre-north',
    wave: 1,
    reviewWave: 2,
    text: 'Supervision every month; the leader keeps the hour free.',
    state: 'done',
    createdOn: '2026-04-14',
  },
  {
    team: 'ward-birch',
    wave: 1,
    reviewWave: 2,
    text: 'Agree before each round who says what, peer workers included.',
    state: 'done',
    createdOn: '2026-04-10',
  },
  {
    team: 'ward-acute',
    wave: 3,
    reviewWave: 4,
    text: 'Until there is a new leader, one named person to go to on every shift.',
    state: 'agreed',
    createdOn: '2026-10-09',
  },
];
