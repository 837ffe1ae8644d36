import type { PolicyRules } from '@yiwang/domain/policies';
import type { CaseClass } from '@yiwang/domain/paths';

export interface CategoryRow {
  prefix: string;
  caseClass: CaseClass;
}

/** A policy as the form holds it: categories are rows, so that one that is half written is not lost. */
export type RulesForm = Omit<PolicyRules, 'routing'> & { routing: { byClass: PolicyRules['routing']['byClass']; byCategory: CategoryRow[] } };

export const toForm = (rules: PolicyRules): RulesForm => ({
  ...rules,
  routing: { ...rules.routing, byCategory: Object.entries(rules.routing.byCategory).map(([prefix, caseClass]) => ({ prefix, caseClass })) },
});

export const fromForm = ({ routing, ...rules }: RulesForm): PolicyRules => ({
  ...rules,
  routing: { ...routing, byCategory: Object.fromEntries(routing.byCategory.filter(({ prefix }) => prefix !== '').map(({ prefix, caseClass }) => [prefix, caseClass])) },
});

/** The name of a rule in the words, from where a check found something: `paths.cadreLed.resolution` → `resolution`, of that path. */
export function placeOfRule(field: string): { path: string | null; rule: string } {
  const [, path = null, rest] = /^paths\.(\w+)\.?(.*)$/.exec(field) ?? [];
  const rule = (rest ?? field).replace(/\.(amount|unit)$/, '').replace(/\[\d+\].*$/, '');
  return { path, rule: rule.startsWith('routing.') ? rule.split('.')[1] as string : rule };
}

/** The form's own name of what a check speaks of, nothing where it has no field: `paths.cadreLed.resolution.amount` → that limit. */
export function inputOf(field: string): string[] | null {
  if (field.startsWith('routing.byCategory')) return null;
  if (field === 'marks') return ['marks', 'half'];
  return field.replace(/\.(amount|unit)$/, '').replace(/\[\d+\].*$/, '').split('.');
}

/** On which part of the form that stands. */
export function tabOf(field: string): string {
  const { path } = placeOfRule(field);
  return path ?? (field.startsWith('routing') ? 'routing' : 'common');
}
