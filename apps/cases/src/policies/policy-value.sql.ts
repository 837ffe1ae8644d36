/**
 * A number of the policy that a case `c` began with, in SQL: the county's own where it and the nation have the version, and
 * the field's (`fallback`) where the policy does not differ from it.
 * @param path within the rules, as `{rounds,most}`.
 */
export const policyNumber = (path: string, fallback: number): string => `coalesce((
  select (p.rules #>> '${path}')::int from policy_version p
  where p.county_code in ('', c.county_code) and p.version = c.policy_version and p.state = 'published'
  order by p.county_code = '' limit 1), ${fallback})`;
