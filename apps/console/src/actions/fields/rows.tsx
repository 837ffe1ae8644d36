import type { ReactNode } from 'react';
import { Button, Form } from 'antd';
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { useActionWords } from '../words.js';

interface Rows {
  name: string;
  label: string;
  add: string;
  least: number;
  most: number;
  /** What a new row begins with. */
  fresh: unknown;
  row(name: number, path: [string, number]): ReactNode;
}

/** Lines of a form that can be added to and taken from. */
export function Rows({ name, label, add, least, most, fresh, row }: Rows) {
  const t = useActionWords();
  return (
    <fieldset className="rows">
      <legend>{label}</legend>
      <Form.List name={name} initialValue={Array.from({ length: least }, () => fresh)}>
        {(lines, { add: append, remove }, { errors }) => (
          <>
            {lines.map(({ key, name: index }, at) => (
              <div key={key} className="form-row" role="group" aria-label={`${label} ${t('row.nth', { n: at + 1 })}`}>
                {row(index, [name, index])}
                {lines.length > least && <Button className="remove" type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('row.remove', { n: at + 1 })} onClick={() => remove(index)} />}
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            {lines.length < most && <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => append(fresh)}>{add}</Button>}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
