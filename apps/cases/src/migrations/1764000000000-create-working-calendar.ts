import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Working calendars with their source, and the cases that are yet to hear of one that was loaded. */
export class CreateWorkingCalendar1764000000000 implements MigrationInterface {
  name = 'CreateWorkingCalendar1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await runner.query(NATIONAL, [JSON.stringify(PERIODS), JSON.stringify(DAYS), SOURCE]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index case_file_open');
    await runner.query('drop table calendar_signal, calendar_news, work_calendar');
  }
}

const UP = [
  // A county's or unit's row holds only what is its own; null follows what lies beneath. Rows are only added.
  `create table work_calendar (
     county_code text not null default '',
     unit_code text not null default '',
     version int not null check (version > 0),
     years int[] not null,
     periods jsonb,
     weekdays int[],
     days jsonb not null,
     source text not null check (source <> ''),
     loaded_by text,
     loaded_at timestamptz not null default now(),
     primary key (county_code, unit_code, version),
     check (county_code <> '' or (unit_code = '' and periods is not null and weekdays is not null))
   )`,
  `revoke update, delete, truncate on work_calendar from yiwang_cases`,

  // Loaded calendars of which nobody has been told yet.
  `create table calendar_news (
     county_code text not null,
     unit_code text not null,
     version int not null,
     tell_at timestamptz not null,
     primary key (county_code, unit_code, version),
     foreign key (county_code, unit_code, version) references work_calendar
   )`,
  `create table calendar_signal (
     case_number text primary key references case_file (number),
     version int not null,
     send_at timestamptz not null default now(),
     attempts int not null default 0
   )`,
  `create index calendar_signal_next on calendar_signal (send_at)`,

  // Loading looks through a county's open cases, which are few among ten years' closed ones.
  `create index case_file_open on case_file (county_code, number) where closed_at is null`,
];

const NATIONAL = `
insert into work_calendar (version, years, periods, weekdays, days, source)
values (1, '{2025,2026}', $1::jsonb, '{1,2,3,4,5}', $2::jsonb, $3)`;

const PERIODS = [
  ['09:00', '12:00'],
  ['13:30', '17:30'],
];

const OFF = [
  '2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03',
  '2025-02-04', '2025-04-04', '2025-04-05', '2025-04-06', '2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04',
  '2025-05-05', '2025-05-31', '2025-06-01', '2025-06-02', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04',
  '2025-10-05', '2025-10-06', '2025-10-07', '2025-10-08', '2026-01-01', '2026-01-02', '2026-01-03', '2026-02-15',
  '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23',
  '2026-04-04', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05',
  '2026-06-19', '2026-06-20', '2026-06-21', '2026-09-25', '2026-09-26', '2026-09-27', '2026-10-01', '2026-10-02',
  '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07',
];
const MADE_UP = [
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11', '2026-01-04', '2026-02-14', '2026-02-28',
  '2026-05-09', '2026-09-20', '2026-10-10',
];
const DAYS = Object.fromEntries([
  ...OFF.map((date) => [date, 'off'] as const),
  ...MADE_UP.map((date) => [date, 'work'] as const),
]);

const SOURCE = '国务院办公厅关于2025、2026年部分节假日安排的通知；数据取自 chinese-days 1.5.7 (MIT)';
