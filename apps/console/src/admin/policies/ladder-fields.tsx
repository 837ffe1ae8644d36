import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { POSITION_ROLES, TIERS, type Path } from '@yiwang/domain/paths';
import { usePolicyWords } from './words.js';

const MOST_RUNGS = 6;
const NOBODY_HANDLES: readonly string[] = ['departmentHandler', 'cityCentre', 'supervisor', 'administrator', 'externalSystem'];

/** Who has a matter in turn: each rung a tier and the roles in it. Which go together the check knows. */
export function LadderFields({ path }: { path: Path }) {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  const tiers = TIERS.filter((one) => one !== 'city').map((value) => ({ value, label: t(`tier.${value}`) }));
  const roles = POSITION_ROLES.filter((one) => !NOBODY_HANDLES.includes(one)).map((value) => ({ value, label: shared(`role.${value}`) }));
  return (
    <Form.List name={['paths', path, 'ladder']}>
      {(rungs, { add, remove }, { errors }) => (
        <div className="policy-rows">
          {rungs.map(({ key, name }) => {
            const n = name + 1;
            return (
              <div key={key} className="policy-row rung">
                <b>{t('rung', { n })}</b>
                <Form.Item name={[name, 'tier']} noStyle><Select aria-label={t('rungTier', { n })} options={tiers} /></Form.Item>
                <Form.Item name={[name, 'roles']} noStyle><Select mode="multiple" aria-label={t('rungRoles', { n })} options={roles} /></Form.Item>
                {rungs.length > 1 && <Button type="link" danger aria-label={t('removeRung', { n })} onClick={() => remove(name)}>{t('remove')}</Button>}
              </div>
            );
          })}
          <Form.ErrorList errors={errors} />
          {rungs.length < MOST_RUNGS && <Button className="add" onClick={() => add({ tier: 'town', roles: [] })}>{t('addRung')}</Button>}
        </div>
      )}
    </Form.List>
  );
}
