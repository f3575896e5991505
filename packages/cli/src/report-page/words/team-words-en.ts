import type { ChangeIssueCode, DriversIssueCode, TeamAgreementIssueCode, TeamAgreementScale } from '@peerscale/core';
import { type Inline, type Text, text } from '../document/text.ts';

/** What a report says of teams, waves and drivers by itself, in English. */
export const teamWordsEn = {
  notes: 'Read with care',
  pictureTable: 'The picture as a table',
  notShown: 'not shown',
  points: (value: string) => `${value} points`,

  teams: {
    heading: 'Teams',
    scale: (scale: Inline) => text`${scale}`,
    verdicts: {
      defensible:
        'Members of a team agree, teams differ, and their means are reliable: figures of teams may be compared.',
      'with-care':
        'Members of a team agree and teams differ, but means of teams this small are not reliable: compare them with care.',
      'as-climate-only':
        'Members of a team agree, but teams do not differ beyond chance: one mean describes all; compare none.',
      'not-defensible': 'Members of the same team do not agree enough for a mean of the team to stand for them.',
      'cannot-say': 'Whether answers may be averaged to a figure of the team cannot be said from these answers.',
    } satisfies Record<TeamAgreementScale['verdict'], string>,
    figures: (rwg: string, icc1: string, icc2: string) =>
      `Agreement within teams (median rwg): ${rwg}. Share of the differences between people that is between teams, ICC(1): ${icc1}. Reliability of the means of teams, ICC(2): ${icc2}.`,
    caption: (level: string) =>
      text`Means of teams, drawn towards the mean of all the more the fewer answered, with ${level} intervals. Teams whose intervals overlap widely should not be ranked.`,
    key: 'drawn to the mean of all',
    own: 'mean of the team itself',
    all: (value: string) => `mean of the teams shown: ${value}`,
    title: (mean: string, interval: string, own: string) => `${mean}, interval ${interval}; the team itself ${own}`,
    tableCaption: (scale: Inline) => text`Teams on “${scale}”`,
    columns: { team: 'Team', own: 'Mean', shrunken: 'Drawn to all', interval: 'CI', agreement: 'rwg' },
    hidden: (n: number, minimum: number) =>
      `${n} ${n === 1 ? 'team is' : 'teams are'} not shown, to keep answers confidential: either fewer than ${minimum} people answered, or the figure would give such a small team away by subtraction.`,
    issues: {
      'no-respondents': 'Nobody has a score and a team.',
      'no-team': 'Some respondents have no team and count in no figure of teams.',
      suppressed: '',
      'too-few-teams': 'There are few teams: how far teams differ is very uncertain.',
      'small-teams': 'Teams are small: agreement within them is mostly noise.',
      'beyond-chance': 'In some teams members differ more than by chance; such a team may be split.',
      'no-null-distribution': 'There is no rwg for these response options.',
      'negative-icc':
        'Members of a team differ more than members of different teams: there is nothing to tell teams apart.',
      'nobody-differs': 'Nobody differs within teams, or teams have one member: teams cannot be compared.',
      'no-shrunken-means': 'There are no means drawn to the mean of all: the model has no fit.',
    } satisfies Record<TeamAgreementIssueCode, string>,
  },

  change: {
    heading: 'Change between two waves',
    files: (first: Inline, second: Inline) => text`From ${first} to ${second}.`,
    designs: { linked: 'The same people', unlinked: 'There only once', everybody: 'Everybody' },
    tableCaption: (scale: Inline) => text`Change on “${scale}”`,
    columns: {
      who: 'Who',
      n1: 'n before',
      m1: 'Before',
      n2: 'n after',
      m2: 'After',
      difference: 'Difference',
      interval: 'CI',
      p: 'p, adjusted',
      g: 'g',
      team: 'Team',
    },
    first: 'before',
    second: 'after',
    wavesCaption: (who: string, level: string) => text`${who}: means of both waves with ${level} intervals.`,
    wavesDescription: (who: string, before: string, after: string, difference: string, interval: string) =>
      `${who}: mean ${before} before and ${after} after, difference ${difference}, interval ${interval}. The table above has the numbers.`,
    higher: (size: string, interval: string) => `On average ${size} points higher than before ${interval}.`,
    lower: (size: string, interval: string) => `On average ${size} points lower than before ${interval}.`,
    unclear: (interval: string) => `No change beyond chance is to be seen; the data fit changes of ${interval} points.`,
    reliableCaption: (n: number, points: string, reliability: string) =>
      text`Of ${n} people: who changed by more than the error of the score (${points} points; reliability ${reliability}).`,
    reliable: { lower: 'reliably lower', unchanged: 'neither', higher: 'reliably higher' },
    reliableWithheld: 'How many single people changed is held back, as so few were linked.',
    grid: {
      caption: (n: number) =>
        text`Where ${String(n)} people stood before (across) and after (upwards). A square is blank where nobody stands or too few to be shown, so that no single person can be picked out.`,
      description: (n: number, squares: number, elsewhere: number) =>
        `${n} people by their scores before and after: ${squares} ${squares === 1 ? 'square' : 'squares'} with enough people to be shown, ${elsewhere} people elsewhere. The table below has the numbers.`,
      across: 'Before',
      upwards: 'After',
      people: (n: number) => `${n} people`,
      diagonal: 'the same score twice',
      band: 'between these lines: no more than the error of the score',
      blank: 'nobody, or too few to be shown',
      tableCaption: (scale: Inline) => text`People by their scores before and after on “${scale}”`,
      range: (from: string, to: string) => `${from} to ${to}`,
      elsewhere: 'all other squares',
      count: 'People',
    },
    teamsCaption: (level: string) => text`Change of the teams with ${level} intervals.`,
    teamsKey: 'change of the team',
    all: (value: string) => `change of all: ${value}`,
    teamTitle: (value: string, interval: string) => `${value}, interval ${interval}`,
    teamTableCaption: (scale: Inline) => text`Change of the teams on “${scale}”`,
    issues: {
      'no-respondents': 'A wave has no respondents.',
      'not-linked':
        'People were not linked and are taken for other people: where many are the same, the intervals are too wide.',
      'nobody-linked': 'Nobody was found in both waves.',
      'too-few-linked':
        'Those found in both waves are not shown by themselves: they are too few, or too few were there only once, who would follow by subtraction.',
      'no-variation': 'Nobody differs: there is no interval and no test.',
      suppressed:
        'Some figures are held back: they are about too few people, or would give away those about too few by subtraction.',
      'no-reliability': 'Reliable change needs a reliability of the score.',
      'teams-of-linked': 'The figures of teams are about the people found in both waves who stayed in their team.',
      'people-who-moved': 'People who changed their team count in no team.',
      'one-team': 'There is one team: its figures are those of all.',
    } satisfies Record<ChangeIssueCode, string>,
  },

  drivers: {
    heading: (outcome: Inline): Text => text`What goes with “${outcome}”`,
    explained: (share: string, n: string, teams: string | null) =>
      `Together the predictors explain ${share} of the differences between ${n} respondents${teams === null ? '' : ` in ${teams} teams`}.`,
    caption: (level: string) =>
      text`Share of each predictor in all differences (general dominance), with ${level} bootstrap intervals.`,
    key: 'share in what differs',
    title: (share: string, interval: string) => `${share} of the differences, interval ${interval}`,
    tableCaption: (outcome: Inline) => text`Predictors of “${outcome}”, the others held`,
    columns: {
      predictor: 'Predictor',
      b: 'b',
      interval: 'CI of b',
      p: 'p',
      beta: 'β',
      vif: 'VIF',
      share: 'Share',
      shareInterval: 'CI of the share',
    },
    errors: { HC3: 'Standard errors allow for unlike variances (HC3).', CR2: 'Standard errors allow for teams (CR2).' },
    cause: 'These are associations of answers given at one time: what causes what is assumed, not found.',
    issues: {
      'no-respondents': 'Nobody has all the variables.',
      'too-few-respondents': 'There are too few respondents for so many predictors.',
      'few-respondents': 'There are few respondents for so many predictors: another sample may look quite different.',
      'few-teams': 'There are few teams: the intervals of the shares are too narrow.',
      'one-team': 'There is one team: standard errors by teams do not exist.',
      'no-team': 'Respondents without a team are left out.',
      'constant-variable': 'A variable is the same for everybody: there is no regression.',
      'linearly-dependent': 'Predictors add up to one another: leave one out.',
      'high-inflation': 'Some predictors go together so much that what is their own can hardly be told.',
      'unusable-draws': 'In some samples of the bootstrap the shares do not exist.',
    } satisfies Record<DriversIssueCode, string>,
    withheld: (minimum: number) => `Fewer than ${minimum} people have all the variables: nothing is shown.`,
  },
};

export type TeamWords = typeof teamWordsEn;
