import type { RowRules } from '@yiwang/platform/row-scope';
import { putToPosition, somePosition } from './asked-of-cases.sql.js';

/** Once a statement; what is done for each row is cheap, or asks a function. */
const CALLER = '(select scope_parts())';
const isBelow = (area: string, patterns = 'scope_below_reading'): string => `${area} like any((select ${patterns}())::text[])`;
const isNotAboutCaller = (number: string): string => `${number} <> all((select scope_concerning())::text[])`;

/** The rows of whoever sees the case. */
const seenWithCase = `case_is_seen(case_number, ${CALLER})`;
/** The same where the row's own columns say it for most. */
const seenIf = (rule: string, number = 'case_number'): string =>
  `((${rule}) and ${isNotAboutCaller(number)}) or case_is_seen(${number}, ${CALLER})`;

/** Only systems write it. */
const ofSystems = { writes: 'false' };

/** Whom a message was for; administrators see all of their area. */
const SEES_MESSAGE = `
  (case_number is null or ${isNotAboutCaller('case_number')}) and (
    case recipient->>'kind'
      when 'person' then recipient->>'subject' = (select scope_subject())
      when 'reporter' then exists (select from case_file c where c.number = mailbox.case_number
        and ((c.starter = (select scope_subject()) and not c.on_behalf) or c.reporter_subject = (select scope_subject())))
      else (${isBelow(`recipient->>'areaCode'`, 'scope_below_areas')} or recipient->>'areaCode' = any((select scope_above_grids())::text[]))
        and (not recipient ? 'subjects' or recipient->'subjects' ? (select scope_subject()))
        and ${somePosition(
          putToPosition({ roles: `recipient->'roles' ? p.role`, unit: `recipient->>'unitCode'`, area: `(recipient->>'areaCode')` }),
        )}
      end
    or ((select scope_administered()) <> '{}' and exists (select from case_file c where c.number = mailbox.case_number
      and ${isBelow('c.area_code', 'scope_administered')})))`;

const IS_OWN = `starter = (select scope_subject()) or reporter_subject = (select scope_subject())`;
const IS_OF_UNIT = `(unit_code = any((select scope_units())::text[]) and ${isBelow('county_code', 'scope_homes')})`;
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
    sees: seenIf(`${isBelow('area_code')} or area_code = any((select scope_villages())::text[]) or ${IS_OWN}`, 'number'),
    ...ofSystems,
    // Whoever holds a task of it records that the resident was reached.
    changes: `case_is_held(number, (select scope_subject()))`,
    systems: ['intake', 'steps'],
    readers: ['facts', 'projection', 'calendar'],
  },
  task: {
    sees: seenIf(`holder_subject = (select scope_subject()) or ${isBelow('area_code')} or ${IS_OF_UNIT}`),
    ...ofSystems,
    // Nobody takes it out of another's hands.
    changes: 'true',
    leaves: `holder_subject is null or holder_subject = (select scope_subject())`,
    systems: ['steps'],
    readers: ['facts', 'projection'],
  },
  timeline_entry: {
    // Those who read the whole county need not be asked for each case.
    sees: seenIf(isBelow('county_code')),
    ...ofSystems,
    // Nobody speaks in another's name.
    adds: `${OWN_ACT} and ${seenWithCase}`,
    systems: ['intake', 'steps'],
    readers: ['facts', 'projection', 'feed'],
  },
  case_step: { sees: seenWithCase, ...ofSystems, systems: ['steps'], readers: ['projection'] },
  clock_entry: { sees: seenWithCase, ...ofSystems, systems: ['steps'], readers: ['projection', 'calendar'] },
  case_mark: { sees: seenWithCase, ...ofSystems, systems: ['steps'], readers: ['projection', 'facts'] },
  case_record: {
    sees: seenWithCase,
    ...ofSystems,
    adds: `kind = 'attendance' and ${OWN_ACT} and ${seenWithCase}`,
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
    sees: `${OWN_UPLOAD} or (case_number is not null and ${seenWithCase})`,
    adds: `uploaded_by = (select scope_subject()) and case_number is null`,
    changes: OWN_UPLOAD,
    leaves: `${OWN_UPLOAD} and (case_number is null or ${seenWithCase})`,
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
