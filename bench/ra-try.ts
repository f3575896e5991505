import { openStore } from '/tmp/wt7/packages/collector/src/store/open-store.ts';
import { seedStudy } from '/tmp/wt7/bench/collector-report/study.ts';
import { rmSync } from 'node:fs';
rmSync('/tmp/ra-try.db',{force:true});
await (await openStore('/tmp/ra-try.db')).close();
console.log('made');
seedStudy('/tmp/ra-try.db', {responses: 20000, teams: 500, waves: 6});
console.log('seeded');
