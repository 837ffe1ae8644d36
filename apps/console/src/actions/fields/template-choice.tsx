import { Form, Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../../graph/generated/index.js';
import type { About, ActionCase } from '../act.types.js';
import { useActionWords } from '../words.js';
import { filledIn } from './template.js';

const TEMPLATES = graphql(`
  query AnswerTemplates($filter: ResponseTemplateFilter!) { responseTemplates(filter: $filter, first: 100) { id name text } }
`);

/** Ready-made answers of the unit and for the category; choosing one puts its words, with what is known filled in, under what is written. */
export function TemplateChoice({ id, about: { task, one } }: { id?: string; about: About }) {
  const t = useActionWords();
  const form = Form.useFormInstance();
  const filter = { countyCode: one?.countyCode ?? '', ...(task?.unitCode && { unitCode: task.unitCode }), ...(one?.category && { categoryCode: one.category.code }) };
  const [{ data }] = useQuery({ query: TEMPLATES, variables: { filter }, pause: !one });
  const templates = data?.responseTemplates ?? [];
  const choose = (chosen: string) => {
    const template = templates.find((of) => of.id === chosen);
    if (!template) return;
    const before = String(form.getFieldValue('answer') ?? '').trim();
    const words = filledIn(template.text, one as ActionCase, new Date());
    form.setFieldValue('answer', before === '' ? words : `${before}\n${words}`);
  };
  return (
    <Select<string>
      id={id}
      value={null}
      placeholder={templates.length === 0 ? t('templates.none') : t('templates.choose')}
      disabled={templates.length === 0}
      onChange={choose}
      options={templates.map(({ id: value, name }) => ({ value, label: name }))}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}
