import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that the few who are suspended or have no position are found without looking at everybody. */
export class ListsOfPeople1764100700000 implements MigrationInterface {
  name = 'ListsOfPeople1764100700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index person_suspended_name on person (name, id) where state = 'suspended'`);
    // A column of its own: joining texts is not leak-proof, so an index over the expression is none under policies.
    await runner.query(`drop index person_words`);
    await runner.query(`alter table person add column words text`);
    await runner.query(`
      create function join_words() returns trigger language plpgsql as $$
      begin
        new.words := new.name || ' ' || new.username;
        return new;
      end $$`);
    await runner.query(`
      create trigger words before insert or update of name, username on person
        for each row execute function join_words()`);
    await runner.query(`update person set name = name`);
    await runner.query(`create index person_words on person using gin (words gin_trgm_ops)`);
    await runner.query(`alter table person add column placed_until timestamptz`);
    // As the owner: somebody's positions in a place that the caller does not see count too.
    await runner.query(`
      create function note_placed_until() returns trigger language plpgsql
        security definer set search_path = identity, pg_temp as $$
      begin
        update person set placed_until = (
          select max(coalesce(valid_to, 'infinity')) from position where person_id = person.id)
         where id = case when tg_op = 'DELETE' then old.person_id else new.person_id end;
        return null;
      end $$`);
    await runner.query(`revoke all on function note_placed_until() from public`);
    await runner.query(`
      create trigger placed_until after insert or delete or update of person_id, valid_to on position
        for each row execute function note_placed_until()`);
    await runner.query(`
      update person p set placed_until = (
        select max(coalesce(valid_to, 'infinity')) from position where person_id = p.id)`);
    await runner.query(`create index person_placed on person (coalesce(placed_until, '-infinity'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger placed_until on position`);
    await runner.query(`drop function note_placed_until()`);
    await runner.query(`drop index person_suspended_name`);
    await runner.query(`drop trigger words on person`);
    await runner.query(`drop function join_words()`);
    await runner.query(`alter table person drop column placed_until, drop column words`);
    await runner.query(`create index person_words on person using gin ((name || ' ' || username) gin_trgm_ops)`);
  }
}
