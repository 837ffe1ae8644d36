import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { schemaDrift } from './index.js';

@Entity({ name: 'sample' })
class Sample {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Column({ type: 'text', nullable: true })
  name: string | null;
}

const making = (...statements: string[]) =>
  class Make1763900000000 implements MigrationInterface {
    name = 'Make1763900000000';
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }
    async down(): Promise<void> {}
  };

const drift = (...statements: string[]) =>
  schemaDrift({ schema: 'drifting', entities: [Sample], migrations: [making(...statements)] });

describe('comparing migrations with entities', () => {
  it('finds nothing where they agree, whatever constraints the migrations add', async () => {
    const made = await drift(
      `create table sample (code text primary key check (code <> ''), name text references sample (code))`,
      'create index sample_name on sample (name) where name is not null',
    );
    expect(made).toEqual([]);
  }, 120_000);

  it.each([
    ['a missing table', []],
    ['a missing column', ['create table sample (code text primary key)']],
    ['another type', ['create table sample (code text primary key, name int)']],
    ['another nullability', ['create table sample (code text primary key, name text not null)']],
    ['a column too many', ['create table sample (code text primary key, name text, extra text)']],
    ['a table nobody maps', ['create table sample (code text primary key, name text)', 'create table stray (n int)']],
  ])('finds %s', async (_, statements) => {
    expect((await drift(...statements)).length).toBeGreaterThan(0);
  });
});
