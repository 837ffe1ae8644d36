/** Whether somebody may be reached by a task at an instant: not suspended now, and not away then. */
export const isAvailable = (person: string, at: string): string =>
  `(${person}.state = 'active' and not exists (
     select from absence a where a.person_id = ${person}.id and a.valid_from <= ${at} and a.valid_to > ${at}))`;

/**
 * For each of `$1` the chain of deputies at `$2` up to the first who is available. Whoever is available acts themselves;
 * a chain that ends without anybody, or comes back to somebody in it, has nobody.
 */
export const WHO_ACTS = `
  with recursive step (asked, person, depth, chain, available) as (
    select p.id, p.id, 0, array[p.id], ${isAvailable('p', '$2::timestamptz')}
      from person p where p.id = any($1::uuid[])
    union all
    select s.asked, p.id, s.depth + 1, s.chain || p.id, ${isAvailable('p', '$2::timestamptz')}
      from step s
      join deputy d on d.person_id = s.person and d.valid_from <= $2 and d.valid_to > $2
      join person p on p.id = d.deputy_id
     where not s.available and p.id <> all (s.chain)
  )
  select distinct on (asked) asked as "personId", case when available then person end as "actingId", chain
    from step order by asked, depth desc`;

/** Those for whom `$1`, if available, acts now: everybody down the chain is not available. */
export const ACTS_FOR = `
  with recursive behind (person) as (
    select p.id from deputy d join person p on p.id = d.person_id
     where d.deputy_id = $1::uuid and d.valid_from <= now() and d.valid_to > now()
       and not ${isAvailable('p', 'now()')}
       and exists (select from person self where self.id = d.deputy_id and ${isAvailable('self', 'now()')})
    union
    select p.id from behind b
      join deputy d on d.deputy_id = b.person and d.valid_from <= now() and d.valid_to > now()
      join person p on p.id = d.person_id
     where not ${isAvailable('p', 'now()')}
  )
  select person from behind`;

/**
 * Whether a deputy of a deputy of … `$1` within a span is `$2`: the shortest such chain, from `$1` on. Asked before
 * somebody becomes the deputy of `$2`, under the lock that lets one deputyship be made at a time.
 */
export const CHAIN_BETWEEN = `
  with recursive chain (person, during, path) as (
    select $1::uuid, tstzrange($3, $4), array[$1::uuid]
    union all
    select d.deputy_id, c.during * tstzrange(d.valid_from, d.valid_to), c.path || d.deputy_id
      from chain c join deputy d on d.person_id = c.person and c.during && tstzrange(d.valid_from, d.valid_to)
     where c.person <> $2::uuid and d.deputy_id <> all (c.path)
  )
  select path from chain where person = $2::uuid order by cardinality(path) limit 1`;

/** Who stands in for each of `$1`, directly or by a chain, by deputyships in force at some moment from `$2` to `$3`. */
export const STANDING_IN = `
  with recursive below (root, person) as (
    select id, id from unnest($1::uuid[]) id
    union
    select b.root, d.deputy_id from below b
      join deputy d on d.person_id = b.person
       and tstzrange(d.valid_from, d.valid_to) && tstzrange($2::timestamptz, $3::timestamptz, '[]')
  )
  select root as "personId", person as "deputyId" from below where root <> person`;

/** Each of `$1` and whoever may stand in for them by a chain of deputies now: whose doors a change of theirs moves. */
export const CONCERNED_BY = `
  with recursive below (person) as (
    select id from unnest($1::uuid[]) id
    union
    select d.deputy_id from below b join deputy d on d.person_id = b.person and d.valid_from <= now() and d.valid_to > now()
  )
  select person from below`;
