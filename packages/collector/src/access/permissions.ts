import type { Role } from '../model/account.ts';

/**
 * How far a role reaches on a route: `all` of the organisation, the own `team` and the whole, only the `whole`, or only
 * the `own` account. A role that is not named is refused.
 */
export type Reach = 'all' | 'team' | 'whole' | 'own';

/**
 * Who may use a route. `anyone`: respondents and public pages, from any site. `visitor`: nobody has to be signed in, but
 * what changes something must come from a page of this server.
 */
export type Permission = 'anyone' | 'visitor' | Readonly<Partial<Record<Role, Reach>>>;

const self = { owner: 'own', analyst: 'own', lead: 'own', viewer: 'own' } as const;
const owners = { owner: 'all' } as const;
const makers = { owner: 'all', analyst: 'all' } as const;
const readers = { owner: 'all', analyst: 'all', lead: 'team', viewer: 'whole' } as const;
const ownTeam = { owner: 'all', analyst: 'all', lead: 'team' } as const;

/**
 * Every route and who may use it: the one place where that is decided. A route without a row cannot be made (`protect`),
 * and the tests try each route with each role, with none, and with what belongs to another organisation.
 */
export const permissions = {
  'GET /studies': 'anyone',
  'GET /studies/:study/form': 'anyone',
  'POST /studies/:study/responses': 'anyone',
  'GET /studies/:study/report': 'anyone',

  'GET /set-up': 'visitor',
  'POST /set-up': 'visitor',
  'POST /session': 'visitor',
  'POST /session/passkey/options': 'visitor',
  'POST /session/passkey': 'visitor',
  'POST /account/link': 'visitor',
  'POST /account/password': 'visitor',
  'POST /account/password-reset': 'visitor',

  'GET /session': self,
  'DELETE /session': self,
  'DELETE /sessions': self,
  'GET /account': self,
  'PATCH /account': self,
  'PUT /account/password': self,
  'GET /account/passkeys': self,
  'POST /account/passkeys/options': self,
  'POST /account/passkeys': self,
  'DELETE /account/passkeys/:passkey': self,

  'GET /accounts': owners,
  'POST /accounts': owners,
  'PATCH /accounts/:account': owners,
  'POST /accounts/:account/reset': owners,
  'GET /audit': owners,
  'GET /audit/verification': owners,

  'GET /openapi.json': 'anyone',
  'GET /organisation/studies': readers,
  'POST /studies': makers,
  'GET /studies/:study': readers,
  'PATCH /studies/:study': makers,
  'POST /studies/:study/open': makers,
  'POST /studies/:study/close': makers,
  'DELETE /studies/:study': owners,

  'GET /studies/:study/teams': ownTeam,
  'POST /studies/:study/teams': makers,
  'PUT /studies/:study/teams/:team': makers,
  'DELETE /studies/:study/teams/:team': makers,
  'GET /studies/:study/groups': makers,
  'PUT /studies/:study/groups/:group': makers,
  'DELETE /studies/:study/groups/:group': makers,

  'GET /studies/:study/waves': readers,
  'POST /studies/:study/waves': makers,
  'GET /studies/:study/waves/:wave': makers,
  'PATCH /studies/:study/waves/:wave': makers,
  'DELETE /studies/:study/waves/:wave': makers,
  'GET /studies/:study/waves/:wave/calendar': readers,
  'POST /studies/:study/waves/:wave/start': makers,
  'POST /studies/:study/waves/:wave/close': makers,

  'GET /studies/:study/waves/:wave/links': makers,
  'POST /studies/:study/waves/:wave/links': makers,
  'DELETE /studies/:study/waves/:wave/links/:link': makers,
  'POST /studies/:study/waves/:wave/tokens': makers,
  'DELETE /studies/:study/waves/:wave/tokens': makers,
  'POST /studies/:study/waves/:wave/letters': makers,

  'GET /studies/:study/teams/:team/actions': ownTeam,
  'POST /studies/:study/teams/:team/actions': ownTeam,
  'PATCH /studies/:study/teams/:team/actions/:action': ownTeam,
  'DELETE /studies/:study/teams/:team/actions/:action': ownTeam,

  'GET /studies/:study/exports': makers,
  'GET /studies/:study/exports/:format': makers,
  'GET /studies/:study/results/comments': readers,
  'GET /studies/:study/results': readers,
  'GET /studies/:study/results/items': readers,
  'GET /studies/:study/results/quality': readers,
  'GET /studies/:study/results/change': readers,
  'GET /studies/:study/results/drivers': readers,
  'GET /studies/:study/results/linkage': makers,
  'GET /studies/:study/teams/:team/report': ownTeam,

  'GET /invitations/:secret': 'anyone',
  'GET /invitations/:secret/form': 'anyone',
  'POST /invitations/:secret/responses': 'anyone',
  'POST /withdrawals': 'anyone',
  'GET /rights': 'anyone',
} as const satisfies Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, Permission>;

export type RouteName = keyof typeof permissions;
