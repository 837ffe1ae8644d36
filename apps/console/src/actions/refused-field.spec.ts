import { refusedField } from './refused-field.js';

const ASKED = [['parts', 0, 'title'], ['parts', 0, 'unitCode'], ['parts', 1, 'title'], ['parts', 1, 'role'], ['amount'], ['lead', 'title'], ['lead', 'unitCode'], ['answer']];

describe('the field that a refusal is about', () => {
  it.each([
    ['parts[0].unitCode', ['parts', 0, 'unitCode']],
    ['parts[1].roles', ['parts', 1, 'role']],
    ['parts[1]', ['parts', 1, 'title']],
    ['lead.unitCode', ['lead', 'unitCode']],
    ['lead', ['lead', 'title']],
    ['by.amount', ['amount']],
    ['answer', ['answer']],
  ])('%s', (field, expected) => {
    expect(refusedField(field, ASKED)).toEqual(expected);
  });

  it('is none where the form does not ask for it', () => {
    expect(refusedField('mediation', ASKED)).toBeUndefined();
    expect(refusedField('parts[7].title', ASKED)).toBeUndefined();
  });
});
