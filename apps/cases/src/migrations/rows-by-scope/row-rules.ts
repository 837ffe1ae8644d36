import type { RowRules } from '@yiwang/platform/row-scope';
import { putToPosition, somePosition } from './scope-views.sql.js';

/** The rows of whoever sees the case. */
const seenWithCase = (table: string): string => `exists (select from case_file c where c.number = ${table}.case_number)`;

/** Only systems write it. */
const ofSystems = { writes: 'false' };

/**
 * The same as CaseAccess: by area, the village of a grid member's grids, the caller's own, a task's sake; never by whom
 * the case is about. Whoever has shown the pickup code is its resident, whoever they are otherwise.
 */
const SEES_CASE = `
  number = any((select scope_granted())::text[])
  or ((area_code like any((select scope_below_reading())::text[]) or area_code = any((select scope_villages())::text[])
      or starter = (select scope_subject()) or reporter_subject = (select scope_subject())
      or exists (select from scope_task s where s.case_number = case_file.number))
    and (about_whom is null or not is_concerned(about_whom, (select scope_subject()), (select scope_positions()))))`;

/** Whom a message was for; administrators see all of their area. */
const SEES_MESSAGE = `
  not is_about_caller(case_number) and (
    case recipient->>'kind'
      when 'person' then recipient->>'subject' = (select scope_subject())
      when 'reporter' then exists (select from case_file c where c.number = mailbox.case_number
        and ((c.starter = (select scope_subject()) and not c.on_behalf) or c.reporter_subject = (select scope_subject())))
      else (not recipient ? 'subjects' or recipient->'subjects' ? (select scope_subject()))
        and ${somePosition(
          putToPosition({ roles: `recipient->'roles' ? p.role`, unit: `recipient->>'unitCode'`, area: `(recipient->>'areaCode')` }),
        )}
      end
    or exists (select from case_file c where c.number = mailbox.case_number
      and c.area_code like any((select scope_administered())::text[])))`;

const ADMINISTERS = `county_code like any((select scope_administered())::text[])`;
const OWN_ACT = `actor_subject is not distinct from (select scope_subject())`;
const OWN_UPLOAD = `(uploaded_by = (select scope_subject()) or id::text = any((select scope_granted())::text[]))`;

/**
 * Who sees and writes which rows. The systems: `intake` takes cases in, once code has decided that the caller may start
 * them; `steps` is recordStep; the others are the worker's loops (`relay`, `sender`, `housekeeping`), the spreading of a
 * calendar, the linker (`audit`), the comparison with the engine (`projection`), figures (`facts`) and the feed's end
 * (`feed`).
 */
export const ROW_RULES: Record<string, RowRules> = {
  case_file: {
    sees: SEES_CASE,
    ...ofSystems,
    // Whoever holds a task of it records that the resident was reached.
    changes: `exists (select from scope_task s where s.case_number = case_file.number and s.is_held)`,
    systems: ['intake', 'steps'],
    readers: ['facts', 'projection', 'calendar'],
  },
  task: {
    sees: seenWithCase('task'),
    ...ofSystems,
    // Nobody takes it out of another's hands.
    changes: 'true',
    leaves: `holder_subject is null or holder_subject = (select scope_subject())`,
    systems: ['steps'],
    readers: ['facts', 'projection'],
  },
  timeline_entry: {
    sees: seenWithCase('timeline_entry'),
    ...ofSystems,
    // Nobody speaks in another's name.
    adds: `${OWN_ACT} and ${seenWithCase('timeline_entry')}`,
    systems: ['intake', 'steps'],
    readers: ['facts', 'projection', 'feed'],
  },
  case_step: { sees: seenWithCase('case_step'), ...ofSystems, systems: ['steps'], readers: ['projection'] },
  clock_entry: { sees: seenWithCase('clock_entry'), ...ofSystems, systems: ['steps'], readers: ['projection', 'calendar'] },
  case_mark: { sees: seenWithCase('case_mark'), ...ofSystems, systems: ['steps'], readers: ['projection', 'facts'] },
  case_record: {
    sees: seenWithCase('case_record'),
    ...ofSystems,
    adds: `kind = 'attendance' and ${OWN_ACT} and ${seenWithCase('case_record')}`,
    changes: `kind = 'attendance'`,
    leaves: `kind = 'attendance' and ${OWN_ACT}`,
    systems: ['steps'],
    readers: ['projection'],
  },
  start_outbox: { sees: 'false', systems: ['intake', 'relay'], readers: ['projection'] },
  notification: { sees: 'false', systems: ['intake', 'steps', 'sender'] },
  notification_delivery: { sees: 'false', systems: ['sender'] },
  mailbox: { sees: SEES_MESSAGE, ...ofSystems, systems: ['sender'] },
  attachment: {
    sees: `${OWN_UPLOAD} or ${seenWithCase('attachment')}`,
    adds: `uploaded_by = (select scope_subject()) and case_number is null`,
    changes: OWN_UPLOAD,
    leaves: `${OWN_UPLOAD} and (case_number is null or ${seenWithCase('attachment')})`,
    removes: 'false',
    systems: ['intake', 'housekeeping'],
  },
  // Everything is noted, whoever does it; the linker alone reads it, and nobody through the graph.
  audit_entry: { sees: 'false', adds: 'true', systems: ['steps', 'audit'] },
  audit_block: { sees: 'false', systems: ['audit'] },
  // A county's rules are its people's to read; those of the nation everybody's.
  policy_version: {
    sees: `county_code = '' or county_code like any((select scope_homes())::text[])`,
    writes: ADMINISTERS,
    readers: ['intake'],
  },
  // Working days are public, whosever they are.
  work_calendar: { sees: 'true', writes: ADMINISTERS },
  calendar_news: { sees: 'false', adds: ADMINISTERS, systems: ['calendar'] },
  calendar_signal: { sees: 'false', systems: ['calendar'] },
};
