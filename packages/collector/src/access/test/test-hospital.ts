import { expect } from 'vitest';
import { problemOf } from '../../test/tea-collector.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { type Browser, type TestAccount, type TestServer, type TestServerOptions, testServer } from './test-server.ts';

export const HOUR = 3_600_000;
/** Another password that is good enough. */
export const OTHER_PASSWORD = 'sedm hrušek na okně';

/** The secret of a link that is used once. */
export const secretOf = (link: string | undefined): string => new URL(link!).hash.slice(1);

/** The code of a problem. */
export const codeOf = async (response: Response): Promise<string> =>
  (await problemOf(response)).type.replace('urn:peerscale:problem:', '');

/** The status of asking who is signed in. */
export const session = async (browser: Browser): Promise<number> => (await browser.send('GET', '/session')).status;

export interface TestHospital extends TestServer {
  /** the organisation's id */
  readonly ward: string;
  readonly owner: TestAccount;
  /** the browser in which the owner is signed in */
  readonly hana: Browser;
}

/** A server with one organisation, Ward Three, whose owner is signed in. */
export async function testHospital(address: string, options?: TestServerOptions): Promise<TestHospital> {
  const server = await testServer(address, options);
  const ward = await server.addOrganisation('Ward Three');
  const owner = await server.addAccount(ward, 'owner', { email: 'hana@ward3.example' });
  const hana = server.browser();
  await hana.signIn(owner.email);
  return { ...server, ward, owner, hana };
}

/** The audit log, once it is written. */
export async function auditOf({ access }: TestServer) {
  await access.settled();
  return access.store.db.selectFrom('audit').selectAll().orderBy('sequence').execute();
}

/** What was done, as the audit log has it, which must be whole. */
export async function actionsOf(server: TestServer): Promise<string[]> {
  const rows = await auditOf(server);
  expect(await verifyAudit(server.access.store.db)).toMatchObject({ intact: true });
  return rows.map(({ action, detail }) => `${action} ${detail}`);
}
