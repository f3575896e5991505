export { checkResponseRecord } from './check-response-record.ts';
export { type Answer, type ResponseRecord, responseRecordSchema } from './response-record.ts';
export type { ItemColumn, ResponseTable } from './response-table.ts';
export { type CodeColumn, tableOfColumns } from './table-of-columns.ts';
export { type RecordAnswers, tableOfRecords } from './table-of-records.ts';
