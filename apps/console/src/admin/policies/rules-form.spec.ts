import { FIELD_POLICY } from '@yiwang/domain/policies';
import { fromForm, inputOf, placeOfRule, tabOf, toForm } from './rules-form.js';

describe('a policy in a form', () => {
  it('comes out as it went in, categories too', () => {
    const rules = { ...FIELD_POLICY, routing: { ...FIELD_POLICY.routing, byCategory: { '0703': 'difficult', '0704': 'general' } as const } };
    expect(fromForm(toForm(rules))).toEqual(rules);
  });

  it('leaves out a category that nobody has written yet', () => {
    const form = toForm(FIELD_POLICY);
    form.routing.byCategory.push({ prefix: '', caseClass: 'general' });
    expect(fromForm(form).routing.byCategory).toEqual({});
  });

  it.each([
    ['paths.cadreLed.resolution.amount', { path: 'cadreLed', rule: 'resolution' }],
    ['paths.cadreLed.extension.most', { path: 'cadreLed', rule: 'extension.most' }],
    ['paths.cadreLed.ladder[0].roles', { path: 'cadreLed', rule: 'ladder' }],
    ['marks.yellow', { path: null, rule: 'marks.yellow' }],
    ['routing.byClass.major', { path: null, rule: 'byClass' }],
  ])('knows where %s stands', (field, place) => expect(placeOfRule(field)).toEqual(place));

  it.each([
    ['paths.cadreLed.resolution.amount', 'cadreLed', ['paths', 'cadreLed', 'resolution']],
    ['paths.cadreLed.ladder[0].roles', 'cadreLed', ['paths', 'cadreLed', 'ladder']],
    ['marks', 'common', ['marks', 'half']],
    ['routing.byClass.major', 'routing', ['routing', 'byClass', 'major']],
    ['routing.byCategory.0703', 'routing', null],
  ])('leads from %s to its field', (field, tab, input) => {
    expect(tabOf(field)).toBe(tab);
    expect(inputOf(field)).toEqual(input);
  });
});
