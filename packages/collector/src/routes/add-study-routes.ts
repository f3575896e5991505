import type { Context, Hono } from 'hono';
import { protect } from '../access/protect.ts';
import { idempotent } from '../request/idempotent.ts';
import { getChange, getDrivers, getLinkage } from '../results/routes/get-reports.ts';
import { getItems, getQuality, getResults, getTeamReport } from '../results/routes/get-results.ts';
import type { StudyRoom } from '../studies/study-room.ts';
import { getRights } from './invitations/get-rights.ts';
import { getInvitation, getInvitedForm, respondentRoom } from './invitations/invitation.ts';
import { postInvitedResponses } from './invitations/post-responses.ts';
import { postWithdrawal } from './invitations/post-withdrawal.ts';
import { deleteAction, getActions, patchAction, postAction } from './studies/actions.ts';
import { getComments } from './studies/comments.ts';
import { getExport, getExports } from './studies/exports.ts';
import { deleteGroup, getGroups, putGroup } from './studies/groups.ts';
import { postLetters } from './studies/letters.ts';
import { deleteLink, getLinks, postLink } from './studies/links.ts';
import {
  answerMadeStudy,
  deleteStudy,
  getOwnStudies,
  getStudy,
  idOfStudy,
  patchStudy,
  postCloseStudy,
  postOpenStudy,
  postStudy,
} from './studies/studies.ts';
import { deleteTeam, getTeams, postTeams, putTeam } from './studies/teams.ts';
import { deleteTokens, postTokens } from './studies/tokens.ts';
import {
  deleteWave,
  getCalendar,
  getWave,
  getWaves,
  patchWave,
  postCloseWave,
  postStartWave,
  postWave,
} from './studies/waves.ts';

/** Of links that open something nothing is kept. */
const shownOnce = { keep: () => null };

/** Adds the routes of studies, invitations and answers to a server. Who may use them: `permissions`. */
export function addStudyRoutes(app: Hono, room: StudyRoom): void {
  const route = protect(app, room.access);
  const people = respondentRoom(room);

  route('GET /organisation/studies', getOwnStudies(room));
  route(
    'POST /studies',
    idempotent(room, { keep: idOfStudy, again: (c, id) => answerMadeStudy(room, c, id) }, postStudy(room)),
  );
  route('GET /studies/:study', getStudy(room));
  route('PATCH /studies/:study', patchStudy(room));
  route('POST /studies/:study/open', postOpenStudy(room));

  route('GET /studies/:study/teams', getTeams(room));
  route('POST /studies/:study/teams', postTeams(room));
  route('PUT /studies/:study/teams/:team', putTeam(room));
  route('GET /studies/:study/groups', getGroups(room));
  route('PUT /studies/:study/groups/:group', putGroup(room));

  route('GET /studies/:study/teams/:team/actions', getActions(room));
  route('POST /studies/:study/teams/:team/actions', postAction(room));
  route('PATCH /studies/:study/teams/:team/actions/:action', patchAction(room));
  route('DELETE /studies/:study/teams/:team/actions/:action', deleteAction(room));

  route('GET /studies/:study/exports', getExports(room));
  route('GET /studies/:study/exports/:format', getExport(room));
  route('GET /studies/:study/results/comments', getComments(room));
  route('GET /studies/:study/results', getResults(room));
  route('GET /studies/:study/results/items', getItems(room));
  route('GET /studies/:study/results/quality', getQuality(room));
  route('GET /studies/:study/results/change', getChange(room));
  route('GET /studies/:study/results/drivers', getDrivers(room));
  route('GET /studies/:study/results/linkage', getLinkage(room));
  route('GET /studies/:study/teams/:team/report', getTeamReport(room));

  route('GET /studies/:study/waves', getWaves(room));
  route('POST /studies/:study/waves', postWave(room));
  route('GET /studies/:study/waves/:wave', getWave(room));
  route('PATCH /studies/:study/waves/:wave', patchWave(room));
  route('GET /studies/:study/waves/:wave/calendar', getCalendar(room));
  route('POST /studies/:study/waves/:wave/start', postStartWave(room));

  route('GET /studies/:study/waves/:wave/links', getLinks(room));
  route('POST /studies/:study/waves/:wave/links', idempotent(room, shownOnce, postLink(room)));
  route('DELETE /studies/:study/waves/:wave/links/:link', deleteLink(room));
  route('POST /studies/:study/waves/:wave/tokens', idempotent(room, shownOnce, postTokens(room)));
  route('DELETE /studies/:study/waves/:wave/tokens', deleteTokens(room));
  const counts = { keep: (body: unknown) => body, again: (c: Context, kept: unknown) => c.json(kept as object) };
  route('POST /studies/:study/waves/:wave/letters', idempotent(room, { ...counts, goesOn: true }, postLetters(room)));

  route('POST /studies/:study/waves/:wave/close', postCloseWave(room));
  route('DELETE /studies/:study/waves/:wave', deleteWave(room));
  route('DELETE /studies/:study/teams/:team', deleteTeam(room));
  route('DELETE /studies/:study/groups/:group', deleteGroup(room));
  route('POST /studies/:study/close', postCloseStudy(room));
  route('DELETE /studies/:study', deleteStudy(room));

  route('GET /invitations/:secret', getInvitation(people));
  route('GET /invitations/:secret/form', getInvitedForm(people));
  route('POST /invitations/:secret/responses', postInvitedResponses(people));
  route('POST /withdrawals', postWithdrawal(people));
  route('GET /rights', getRights(people));
}
