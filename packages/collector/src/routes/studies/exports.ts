import type { Handler } from 'hono';
import * as v from 'valibot';
import { limitWork } from '../../access/password/limit-work.ts';
import type { StaffEnv } from '../../access/protect.ts';
import { type ExportFormat, exportFile, exportFormats } from '../../exports/export-file.ts';
import { exportSource } from '../../exports/export-source.ts';
import { exportTable } from '../../exports/export-table.ts';
import { exportableInstruments } from '../../exports/exportable-instruments.ts';
import { localeSchema } from '../../model/account.ts';
import { Refusal } from '../../refusal.ts';
import { jsonWithTag } from '../../request/json-with-tag.ts';
import { readQuery } from '../../request/read-query.ts';
import { changeStudy } from '../../studies/change-study.ts';
import { type StudyRoom, today } from '../../studies/study-room.ts';
import { studyView } from '../../studies/study-view.ts';

export const exportQuerySchema = v.object({
  /** number of a wave; all that are closed where none is given */
  wave: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/, 'is not the number of a wave'), v.transform(Number))),
  /** id, or id@version */
  instrument: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}(?:@\d{1,6}\.\d{1,6}\.\d{1,6})?$/, 'is not the id of an instrument')),
  ),
  locale: v.optional(localeSchema),
  reasons: v.optional(v.picklist(['true', 'false'], 'is neither true nor false'), 'false'),
});

/** GET /studies/:study/exports: which instruments can be exported, and of which closed waves. */
export function getExports({ store, catalogue }: StudyRoom): Handler<StaffEnv, '/studies/:study/exports'> {
  return async (c) => {
    const instruments = await exportableInstruments(store, catalogue, c.req.param('study'));
    return jsonWithTag(c, { instruments });
  };
}

/**
 * GET /studies/:study/exports/:format: the answers to one instrument in closed waves, a row a person, for other programs:
 * csv, codebook, sps, sav, r, json. Who took what out stands in the audit log, in the same moment.
 */
export function getExport(room: StudyRoom): Handler<StaffEnv, '/studies/:study/exports/:format'> {
  // a large file takes some hundred megabytes while it is made
  const oneByOne = limitWork({ concurrent: 1, waiting: 8 });
  return async (c) => {
    const format = c.req.param('format') as ExportFormat;
    if (!exportFormats.includes(format)) {
      const message = `is none of ${exportFormats.join(', ')}`;
      throw new Refusal('invalid-request', { errors: [{ path: 'format', code: 'invalid-value', message }] });
    }
    const { wave, instrument, locale, reasons } = readQuery(c, exportQuerySchema);
    const id = c.req.param('study');
    const row = await room.store.db.selectFrom('study').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new Refusal('not-found');
    const study = studyView(row);
    const source = await exportSource(room.store, room.catalogue, id, { wave, instrument });
    const needsRows = format !== 'codebook';
    const read = needsRows ? source : { ...source, waves: [] };
    const table = await oneByOne(() => exportTable(room, read, study.minimumGroupSize));
    if (needsRows && table.rows === 0) {
      const detail = `There are fewer than ${study.minimumGroupSize} records that may be handed out.`;
      throw new Refusal('nothing-to-export', { detail });
    }
    const file = exportFile(table, source, room.catalogue, {
      format,
      study: { id, title: study.title, simulated: study.simulated, minimumGroupSize: study.minimumGroupSize },
      locale: locale ?? study.locales[0] ?? 'en',
      reasons: reasons === 'true',
      day: today(room),
    });
    await changeStudy(room, c, ({ audit }) =>
      audit('exported', `study ${id}`, {
        format,
        instrument: `${source.instrument.id}@${source.instrument.version}`,
        waves: source.waves.map(({ number }) => number).join(' '),
        rows: table.rows,
      }),
    );
    return c.body(streamOf(file.pieces), 200, {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'no-store',
    });
  };
}

/** The pieces as they are asked for, so that a large file is never there as a whole. */
function streamOf(pieces: Iterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel() {
      iterator.return?.();
    },
  });
}
