/**
 * What a server of its own needs around the collector: settings from the environment, a port, health, metrics, a log, work
 * done from time to time, and a stop that loses nothing. For Node.
 */
export { type Guest, guestSession } from './access/guest-session.ts';
export { noteTraversal } from './access/note-traversal.ts';
export type { OwnOrigin } from './access/own-origin.ts';
export { setUpLink } from './access/routes/set-up.ts';
export {
  type ImportedAction,
  type ImportedStudy,
  type ImportedSubmission,
  type ImportedWave,
  importStudy,
} from './import/import-study.ts';
export type { Role } from './model/account.ts';
export type { Team } from './model/team.ts';
export { addOperations, type OperationsOptions } from './operations/add-operations.ts';
export { describeError } from './operations/describe-error.ts';
export { doRegularly, type Job, type RegularWork } from './operations/do-regularly.ts';
export { linkLetter } from './operations/link-letter.ts';
export { type Listening, listen } from './operations/listen.ts';
export { type Log, type LogFields, type LogOptions, openLog } from './operations/log.ts';
export { createMetrics, type Metrics } from './operations/metrics.ts';
export {
  type CheckedSettings,
  type Environment,
  readServerSettings,
  type ServerSettings,
} from './operations/read-settings.ts';
export { cutSlowClients } from './operations/slow-clients.ts';
export { type RunningServer, type ServerRoom, type StartOptions, startServer } from './operations/start-server.ts';
export { stopListening } from './operations/stop-listening.ts';
export { untilSignal } from './operations/until-signal.ts';
export { watchRequests } from './operations/watch-requests.ts';
export { createDueWork } from './studies/due-work.ts';
export type { LetterHour } from './studies/staff-letters/letter-hour.ts';
