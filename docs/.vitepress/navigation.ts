import { readdirSync } from 'node:fs';

export interface Entry {
  readonly text: string;
  readonly link: string;
}

/** Pages under a heading; folded together where there are many. */
export interface Group {
  readonly text: string;
  readonly collapsed?: boolean;
  readonly items: (Entry | Group)[];
}

const instruments = readdirSync(new URL('../instruments', import.meta.url))
  .map((file) => file.replace(/\.md$/, ''))
  .filter((name) => !['index', 'format'].includes(name))
  .map((name) => ({ text: name, link: `/instruments/${name}` }));

/** The bar at the top. */
export const nav: Entry[] = [
  { text: 'Tutorial', link: '/tutorial' },
  { text: 'Embed', link: '/embed/' },
  { text: 'Methods', link: '/methods/reliability' },
  { text: 'Server', link: '/operations' },
];

/** Every page but the first one. */
export const sidebar: Group[] = [
  {
    text: 'Start',
    items: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'A form on your page', link: '/embed/' },
      { text: 'When things go wrong', link: '/faults' },
      { text: 'Architecture', link: '/architecture' },
      { text: 'At scale', link: '/scale' },
      { text: 'Benchmarks', link: '/benchmarks' },
    ],
  },
  {
    text: 'Running a server',
    items: [
      { text: 'Operations', link: '/operations' },
      { text: 'Security', link: '/security' },
      { text: 'Benchmarks of the server', link: '/benchmarks-server' },
    ],
  },
  {
    text: 'Methods',
    items: [
      { text: 'Scoring', link: '/methods/scoring' },
      { text: 'Moments', link: '/methods/moments' },
      { text: 'Reliability', link: '/methods/reliability' },
      { text: 'Coefficients and intervals', link: '/methods/coefficients' },
      { text: 'Omega', link: '/methods/omega' },
      { text: 'Item analysis', link: '/methods/item-analysis' },
      { text: 'Agreement', link: '/methods/agreement' },
      { text: 'Agreement within teams', link: '/methods/team-agreement' },
      { text: 'Change', link: '/methods/change' },
      { text: 'Multilevel models', link: '/methods/multilevel' },
      { text: 'Drivers', link: '/methods/drivers' },
      { text: 'Answer quality', link: '/methods/quality' },
      { text: 'Missingness', link: '/methods/missingness' },
      { text: 'Linkage', link: '/methods/linkage' },
      { text: 'Small groups', link: '/methods/small-groups' },
      { text: 'Small groups under attack', link: '/methods/small-groups-attacks' },
      { text: 'Coverage of intervals', link: '/methods/coverage' },
      { text: 'Agreement with R', link: '/agreement-with-r' },
    ],
  },
  {
    text: 'Instruments',
    items: [
      { text: 'All instruments', link: '/instruments/' },
      { text: 'The file format', link: '/instruments/format' },
      { text: 'One by one', collapsed: true, items: instruments },
    ],
  },
  {
    text: 'Decisions',
    items: [
      { text: 'Tools', link: '/decisions/tools' },
      { text: 'Distributions', link: '/decisions/distributions' },
      { text: 'WebAssembly', link: '/decisions/webassembly' },
      { text: 'Linear programming', link: '/decisions/linear-programming' },
      { text: 'Storage', link: '/decisions/storage' },
      { text: 'Sums of answers', link: '/decisions/tallies' },
    ],
  },
];
