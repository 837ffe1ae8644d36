import { useTranslation } from 'react-i18next';

/** What is shown where nobody can sign in: plain, because nothing else has been loaded. */
export function Unreachable() {
  const { t } = useTranslation();
  return (
    <main className="unreachable">
      <h1>{t('brand')}</h1>
      <p role="alert">{t('noNetwork')}</p>
      <button type="button" onClick={() => location.reload()}>{t('retry')}</button>
    </main>
  );
}
